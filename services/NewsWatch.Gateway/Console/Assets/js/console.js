// What every page has: times on the reader's own clock, keys, and buttons that copy.
import { localise } from './time.js';
import { listenForKeys } from './keys.js';
import { offerCopying } from './copy.js';

localise(document);
listenForKeys();
offerCopying();
