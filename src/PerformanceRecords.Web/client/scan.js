// Only for the page that takes scans: reading a QR code is more script than all other pages need together.
import { enhance } from './js/read-code.js';

enhance(document);
