/** How the page without scripts looks: the page's own type and colours, one column. On paper stand the sheets instead. */
export const stillStyle = `
.still{max-width:760px;margin:0 auto;padding:24px 16px;color:var(--ink);background:var(--paper);font:15px/1.45 Inter,system-ui,'Segoe UI',sans-serif;font-variant-numeric:tabular-nums}
.still h1{font-size:27px;line-height:1.2;font-weight:600;letter-spacing:-0.018em;margin:8px 0 16px;text-wrap:balance}
.still h2{font-size:17px;font-weight:650;margin:40px 0 4px}
.still h3{font-size:15px;font-weight:650;margin:0 0 8px}
.still p{max-width:66ch;margin:0 0 8px}
.still ul{max-width:66ch;padding-left:20px;margin:0 0 24px;list-style:disc}
.still li{margin-bottom:4px}
.still .aside,.still figcaption{color:var(--secondary);font-size:14px}
.still .verdicts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(300px,100%),1fr));gap:24px 40px;margin:24px 0}
.still figure{margin:0}
.still svg{max-width:100%;height:auto;display:block}
.still .wide{overflow-x:auto}
.still table{border-collapse:collapse;margin:24px 0;font-size:13px;width:100%}
.still caption{text-align:left;font-weight:650;padding-bottom:4px}
.still th,.still td{text-align:right;padding:4px 0 4px 12px;border-bottom:1px solid var(--hairline);vertical-align:top;font-weight:400}
.still th[scope=row]{text-align:left;padding-left:0}
.still .words{text-align:left}
.still thead th{color:var(--secondary)}
.still thead th:first-child{text-align:left;padding-left:0}
.still figcaption{margin-top:8px}
.still code{font-size:13px;overflow-wrap:anywhere}
`;
