/** The one script of all workers, inside the page: it works from a web server and from a folder on disk alike. */
import ModelWorker from '../live/worker.ts?worker&inline';

export const makeWorker = (): Worker => new ModelWorker();
