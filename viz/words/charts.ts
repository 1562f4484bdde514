import type { Label } from '../../scenarios/words/words.ts';

export const charts = {
  against: { en: '{B} against {A}', nb: '{B} mot {A}' },
  difference: { en: 'Difference', nb: 'Forskjell' },
  dots_reading: {
    en: 'A dot is 1 of 20 equally likely futures: {unit} {more} or {less} than with {A}.',
    nb: 'En prikk er 1 av 20 like sannsynlige framtider: {unit} {more} eller {less} enn med {A}.',
  },
  percentage_points: { en: 'percentage points', nb: 'prosentpoeng' },
  dots_difference: {
    en: '{Measure}: {d} on average with {B} against {A}, 95% interval in brackets; {less} in {k} of 20 futures.',
    nb: '{Measure}: {d} i snitt med {B} mot {A}, 95 % intervall i parentes; {less} i {k} av 20 framtider.',
  },
  dots_future: { en: 'Future', nb: 'Framtid' },
  dots_nothing: {
    en: 'Nothing is compared here: futures are counted where there are at least two scenarios.',
    nb: 'Ingenting sammenlignes her: framtider telles der det er minst to scenarioer.',
  },
  scenario: { en: 'Scenario', nb: 'Scenario' },
  waits_title: { en: 'Waits in days', nb: 'Ventetid i døgn' },
  waits_reading: {
    en: 'Of 20 people who joined each queue: a dot was served in that week, a ring gave up, a broken ring still waits. All years after the switch, {n} {n:future|futures}.',
    nb: 'Av 20 som stilte seg i hver kø: en prikk fikk hjelp i den uka, en ring ga opp, en brutt ring venter fortsatt. Alle år etter skiftet, {n} {n:framtid|framtider}.',
  },
  waits_reading_wide: {
    en: 'Of 20 people who joined each queue: a dot was served in {weeks:that week|those {weeks} weeks}, a ring gave up, a broken ring still waits. All years after the switch, {n} {n:future|futures}.',
    nb: 'Av 20 som stilte seg i hver kø: en prikk fikk hjelp i {weeks:den uka|de {weeks} ukene}, en ring ga opp, en brutt ring venter fortsatt. Alle år etter skiftet, {n} {n:framtid|framtider}.',
  },
  waits_nothing: { en: 'No one joins a queue here in any future.', nb: 'Ingen stiller seg i kø her i noen framtid.' },
  waits_half_within: { en: 'half served within', nb: 'halvparten innen' },
  waits_gave_up: { en: 'gave up', nb: 'ga opp' },
  waits_still: { en: 'still waiting', nb: 'venter fortsatt' },
  waits_official: { en: '{waiting}, the official wait', nb: '{waiting}, den offisielle ventetiden' },
  waits_hidden: { en: '{waiting}, in no statistic', nb: '{waiting}, ikke i statistikken' },
  waits_late: {
    en: 'Began after their own deadline: {late}. Each person has a deadline of their own, so no line is drawn.',
    nb: 'Startet etter sin egen frist: {late}. Hver person har sin egen frist, så ingen strek er tegnet.',
  },
  waits_late_head: { en: 'After own deadline', nb: 'Etter egen frist' },
  waits_days: { en: '{n} {n:day|days}', nb: '{n} døgn' },
  waits_longer: { en: 'over a year', nb: 'over ett år' },
  waits_queue: { en: 'Queue', nb: 'Kø' },
  waits_joined: { en: 'joined a year', nb: 'kom til i året' },
  waits_within: { en: 'served within {days} {days:day|days}', nb: 'hjelp innen {days} døgn' },
  waits_readout: {
    en: '{queue}, half served within {days} and {gave_up} gave up',
    nb: '{queue}, halvparten fikk hjelp innen {days} og {gave_up} ga opp',
  },
  waits_readout_same_day: {
    en: '{queue}, half served the same day and {gave_up} gave up',
    nb: '{queue}, halvparten fikk hjelp samme dag og {gave_up} ga opp',
  },
  waits_readout_never: {
    en: '{queue}, half never served and {gave_up} gave up',
    nb: '{queue}, halvparten fikk aldri hjelp og {gave_up} ga opp',
  },
  together: { en: 'Together', nb: 'Til sammen' },
  staff_title: { en: 'Posts paid and staffed', nb: 'Årsverk som er betalt og bemannet' },
  staff_reading: {
    en: 'Month by month in {year}. Filled: posts with somebody in them, by who pays. Hatched: paid for and vacant. Below, the whole run. Mean of {n} {n:future|futures}.',
    nb: 'Måned for måned i {year}. Fylt: årsverk med en ansatt i, etter hvem som betaler. Skravert: betalt og ledig. Under: hele kjøringen. Snitt av {n} {n:framtid|framtider}.',
  },
  staff_nothing: {
    en: 'No counselling posts are paid here in any future.',
    nb: 'Ingen rådgiverårsverk er betalt her i noen framtid.',
  },
  staff_months: { en: 'JFMAMJJASOND', nb: 'JFMAMJJASOND' },
  staff_staffed: { en: '{n} of {m} {m:post|posts} staffed', nb: '{n} av {m} årsverk bemannet' },
  staff_staffed_short: { en: '{n} of {m} staffed', nb: '{n} av {m} bemannet' },
  staff_readout: {
    en: '{letter}, {date}: {n} of {m} {m:post|posts} staffed, {vacant} vacant.',
    nb: '{letter}, {date}: {n} av {m} årsverk bemannet, {vacant} ledig.',
  },
  staff_by_municipality: { en: 'by the municipality', nb: 'av kommunen' },
  staff_by_grant: { en: 'by the grant', nb: 'av tilskuddet' },
  staff_payer: { en: 'Paid by', nb: 'Betalt av' },
  staff_funded: { en: 'Paid', nb: 'Betalt' },
  staff_filled: { en: 'Staffed', nb: 'Bemannet' },
  staff_vacant: { en: 'Vacant', nb: 'Ledig' },
  staff_year: { en: 'mean of {year}', nb: 'snitt av {year}' },
  money_title: { en: 'Who paid', nb: 'Hvem som betalte' },
  money_reading: {
    en: 'NOK million a year at {price} prices, mean over {years} {years:year|years} and {n} {n:future|futures}. One scale for all payers. To the right the difference from A; ±, where one measure gives it, is its 95% interval.',
    nb: 'Mill. kr i året i {price}-kroner, snitt over {years} år og {n} {n:framtid|framtider}. Samme skala for alle betalere. Til høyre forskjellen fra A; ±, der ett mål gir det, er 95 % intervall.',
  },
  money_nothing: { en: 'No money is counted in this result.', nb: 'Ingen penger er talt i dette resultatet.' },
  money_municipality: { en: 'The municipality, wages of the posts', nb: 'Kommunen, lønn til årsverkene' },
  money_blocked: {
    en: 'The municipality, days ready for discharge',
    nb: 'Kommunen, utskrivningsklare døgn',
  },
  money_state_service: {
    en: 'The state, grant to the service',
    nb: 'Staten, tilskudd til tjenesten',
  },
  money_state_elsewhere: {
    en: 'The state, grant used elsewhere (no saving)',
    nb: 'Staten, tilskudd brukt til annet (ingen innsparing)',
  },
  money_health_trust: {
    en: 'The health trust, beds and outpatient contacts',
    nb: 'Helseforetaket, døgnopphold og polikliniske kontakter',
  },
  money_together: { en: 'Together', nb: 'Til sammen' },
  money_amount: { en: 'NOK million a year', nb: 'mill. kr i året' },
  money_difference: { en: 'against {A}', nb: 'mot {A}' },
  money_small: {
    en: 'Too little to draw, but counted: {items}.',
    nb: 'For lite til å tegnes, men regnet med: {items}.',
  },
  money_vacant: {
    en: 'What vacant posts leave of a framework grant stays with the municipality; it is counted here with the state.',
    nb: 'Det ledige årsverk lar stå igjen av et rammetilskudd, blir i kommunen; her er det regnet med hos staten.',
  },
  money_readout: {
    en: '{letter}, NOK million a year: {items}.',
    nb: '{letter}, mill. kr i året: {items}.',
  },
  chain_reading: {
    en: 'A year, mean over {years} {years:year|years}. A: the level. The others: the difference from A, a dot, with its 95% interval, a bar; each row has its own scale around 0. Where the bars leave 0 is where the difference arises.',
    nb: 'I året, snitt over {years} år. A: nivået. De andre: forskjellen fra A, en prikk, med 95 % intervall, en strek; hver rad har sin egen skala rundt 0. Der strekene forlater 0, oppstår forskjellen.',
  },
  chain_nothing: {
    en: 'Nothing is known of money and posts here.',
    nb: 'Ingenting er kjent om penger og årsverk her.',
  },
  cost_title: {
    en: 'Cost to the municipality against people waiting',
    nb: 'Kostnad for kommunen mot personer som venter',
  },
  cost_reading: {
    en: 'Across: NOK million a year more or less than {A}. Up: people waiting with no service, more or fewer than with {A}. A cross is the 95% interval of the mean over {years} {years:year|years}.',
    nb: 'Bortover: mill. kr i året mer eller mindre enn {A}. Oppover: personer som venter uten tjeneste, flere eller færre enn med {A}. Et kryss er 95 % intervall for snittet over {years} år.',
  },
  cost_nothing: {
    en: 'Nothing is compared here: cost and queue are set against those of a first scenario.',
    nb: 'Ingenting sammenlignes her: kostnad og kø holdes mot dem i et første scenario.',
  },
  cost_cheaper_more: { en: 'cheaper, more wait', nb: 'billigere, flere venter' },
  cost_dearer_more: { en: 'dearer, more wait', nb: 'dyrere, flere venter' },
  cost_cheaper_fewer: { en: 'cheaper, fewer wait', nb: 'billigere, færre venter' },
  cost_dearer_fewer: { en: 'dearer, fewer wait', nb: 'dyrere, færre venter' },
  cost_cheaper: { en: 'cheaper for the municipality', nb: 'billigere for kommunen' },
  cost_cheaper_posts: {
    en: 'cheaper for the municipality, with fewer posts',
    nb: 'billigere for kommunen, med færre årsverk',
  },
  cost_dearer: { en: 'dearer for the municipality', nb: 'dyrere for kommunen' },
  cost_same: { en: 'the same for the municipality', nb: 'det samme for kommunen' },
  cost_unknown: {
    en: 'cannot tell for sure whether cheaper or dearer',
    nb: 'kan ikke si sikkert om det blir billigere eller dyrere',
  },
  cost_fewer_wait: { en: 'fewer wait with no service', nb: 'færre venter uten tjeneste' },
  cost_more_wait: { en: 'more wait with no service', nb: 'flere venter uten tjeneste' },
  cost_wait_unknown: {
    en: 'cannot tell for sure whether more or fewer wait',
    nb: 'kan ikke si sikkert om flere eller færre venter',
  },
  cost_sentence: {
    en: '{letter}: {cost}, NOK million a year {nok}; {wait}, persons {persons}.',
    nb: '{letter}: {cost}, mill. kr i året {nok}; {wait}, personer {persons}.',
  },
  cost_posts_fewer: { en: '{n} fewer staffed {n:post|posts}.', nb: '{n} færre bemannede årsverk.' },
  cost_posts_more: { en: '{n} more staffed {n:post|posts}.', nb: '{n} flere bemannede årsverk.' },
  cost_trust: { en: 'The health trust pays {n} {more} a year.', nb: 'Helseforetaket betaler {n} {more} i året.' },
  cost_per_year: { en: 'Difference a year', nb: 'Forskjell i året' },
  fairness_title: {
    en: 'Wait for follow-up, municipality by municipality',
    nb: 'Ventetid til oppfølging, kommune for kommune',
  },
  fairness_reading: {
    en: 'Days, mean over {years} {years:year|years} and {n} {n:future|futures}: from {A} to {B}. Places of one kind differ here by chance and by what they drew; small ones most.',
    nb: 'Døgn, snitt over {years} år og {n} {n:framtid|framtider}: fra {A} til {B}. Steder av samme slag er ulike her ved tilfeldigheter og det de trakk; små mest.',
  },
  fairness_reading_one: {
    en: 'Days, mean over {years} {years:year|years} and {n} {n:future|futures}. Places of one kind differ here by chance and by what they drew; small ones most.',
    nb: 'Døgn, snitt over {years} år og {n} {n:framtid|framtider}. Steder av samme slag er ulike her ved tilfeldigheter og det de trakk; små mest.',
  },
  fairness_one: {
    en: 'This result knows one municipality. To see several side by side, choose a place in which several are in focus, such as the region.',
    nb: 'Dette resultatet kjenner én kommune. Vil du se flere side ved side, velg et sted der flere er i fokus, som regionen.',
  },
  fairness_number: { en: 'no. {n}', nb: 'nr. {n}' },
  fairness_municipality: { en: 'Municipality', nb: 'Kommune' },
  fairness_spread: { en: 'Longest wait ÷ shortest, year by year', nb: 'Lengste ventetid ÷ korteste, år for år' },
  fairness_spread_none: {
    en: 'Longest ÷ shortest is not drawn: in some year somebody has no wait at all.',
    nb: 'Lengste ÷ korteste er ikke tegnet: i noen år er det et sted uten ventetid i det hele tatt.',
  },
  fairness_readout: {
    en: '{letter}: longest {long} {long:day|days} ({longest}), shortest {short} {short:day|days} ({shortest}), {ratio} {ratio:time|times}.',
    nb: '{letter}: lengst {long} døgn ({longest}), kortest {short} døgn ({shortest}), {ratio} {ratio:gang|ganger}.',
  },
  fairness_readout_zero: {
    en: '{letter}: longest {long} {long:day|days} ({longest}), shortest none ({shortest}).',
    nb: '{letter}: lengst {long} døgn ({longest}), kortest ingen ({shortest}).',
  },
  differs_setting: { en: 'Setting', nb: 'Innstilling' },
  differs_unit: { en: 'Unit', nb: 'Enhet' },
  differs_source: { en: 'Source', nb: 'Kilde' },
  differs_confidence: { en: 'How sure', nb: 'Hvor sikkert' },
  differs_no: { en: 'no', nb: 'nei' },
  differs_all_towns: { en: 'in all municipalities', nb: 'i alle kommuner' },
  differs_towns: { en: 'in {k} of {n} {n:municipality|municipalities}', nb: 'i {k} av {n} {n:kommune|kommuner}' },
  differs_points: { en: '{n} {n:point|points}', nb: '{n} poeng' },
  leans_answers: { en: 'Answers, and part of their spread', nb: 'Svar, og del av spredningen deres' },
  leans_answer: { en: '{measure} {share}', nb: '{measure} {share}' },
  leans_answer_turns: {
    en: '{measure} {share}, turns at about {v}',
    nb: '{measure} {share}, snur ved omtrent {v}',
  },
  leans_range: { en: 'Plausible', nb: 'Rimelig' },
  leans_value: { en: 'Set at', nb: 'Satt til' },
  leans_yes_no: { en: 'yes or no', nb: 'ja eller nei' },
  limit_no_forecast: {
    en: 'It forecasts no person and no year. It shows what follows from its assumptions, with and without a choice; "16 of 20 futures" is about chance inside the model, not about whether the model is right.',
    nb: 'Den spår verken om en person eller et år. Den viser hva som følger av antakelsene, med og uten et valg; «16 av 20 framtider» handler om tilfeldigheter inne i modellen, ikke om modellen er riktig.',
  },
  limit_need: {
    en: 'New need is level and does not answer to the service: a shorter wait draws nobody in, a longer one keeps nobody from being referred.',
    nb: 'Nye behov er jevne og svarer ikke på tilbudet: kortere ventetid trekker ingen til, og lengre ventetid hindrer ingen i å bli henvist.',
  },
  limit_assumed: {
    en: 'No figure was found for bed waits inside a course, decision times, the municipal follow-up queue, giving up in it, or loss of contact. These are assumed, with a range, and answers about funding and organisation lean on them.',
    nb: 'Det ble ikke funnet tall for ventetid på seng inne i et forløp, saksbehandlingstid, kommunens oppfølgingskø, hvem som gir opp i den, eller mistet kontakt. De er antatt, med et spenn, og svar om finansiering og organisering hviler på dem.',
  },
  limit_giving_up: {
    en: 'Everybody who waits gives up by the same clock. Who gives up for good reasons, or gets help elsewhere, is not told apart.',
    nb: 'Alle som venter, gir opp etter samme klokke. Den som gir opp av gode grunner, eller får hjelp et annet sted, skilles ikke ut.',
  },
  limit_small_towns: {
    en: 'A small municipality has a handful of users and one or two workers. There chance decides more than any choice, and no number of runs changes that.',
    nb: 'En liten kommune har noen få brukere og en eller to ansatte. Der avgjør tilfeldigheter mer enn noe valg, og ikke noe antall kjøringer endrer på det.',
  },
  limit_municipal_money: {
    en: 'Municipal money hardly moves the queues of TSB here, since fewer than a quarter of those at risk are followed up. Look for its effect in the municipal queues.',
    nb: 'Kommunale penger flytter knapt køene i TSB her, siden under en firedel av dem som er i risiko, blir fulgt opp. Se etter virkningen i de kommunale køene.',
  },
  limit_waits_spread: {
    en: 'Waits for a first contact spread less here than in official figures: very long ones are too few. Averages fit better than extremes.',
    nb: 'Ventetidene til første kontakt sprer seg mindre her enn i offisielle tall: de svært lange er for få. Gjennomsnitt passer bedre enn ytterpunkter.',
  },
  limit_history: {
    en: 'What councils do with money that is not earmarked was fitted to answers after the merger of grants in 2013. The model cannot be tested on that merger.',
    nb: 'Hva kommunestyrer gjør med penger som ikke er øremerket, er tilpasset svar etter innlemmingen av tilskudd i 2013. Modellen kan ikke prøves på den innlemmingen.',
  },
  limit_left_out: {
    en: 'Left out: housing as a queue of its own, prison and compulsory care, relatives, quality of what is given, and people no service knows. A longer life or a better one is not counted.',
    nb: 'Utelatt: bolig som egen kø, fengsel og tvang, pårørende, kvaliteten på hjelpen, og mennesker ingen tjeneste kjenner. Et lengre eller bedre liv telles ikke.',
  },
} as const satisfies Record<string, Label>;
