/** The program's version, for what leaves the page. */
export { version } from '../../package.json';
