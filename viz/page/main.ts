/** The page: reads the result that stands in it, and shows it. */
import './style.css';
import { unpack } from '../result/pack.ts';
import { say } from '../words/words.ts';

const data = document.getElementById('result')?.textContent;
document.title = say('en', 'title');
if (data) {
  const result = unpack(data);
  const app = document.getElementById('app');
  if (app) app.textContent = result.findings.scenarios.map(({ name }) => name).join(', ');
}
