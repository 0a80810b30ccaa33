// Everything a page may need; each module looks for its own data-attributes, described at its top.
import htmx from 'htmx.org';
import { enhance as autosave } from './js/autosave.js';
import { enhance as combobox } from './js/combobox.js';
import { enhance as compare } from './js/compare.js';
import { enhance as dates } from './js/dates.js';
import { enhance as fields } from './js/fields.js';
import { enhance as moneyInWords } from './js/money-in-words.js';
import { enhance as keep } from './js/keep.js';
import { enhance as picks } from './js/picks.js';
import { enhance as reshape } from './js/reshape.js';
import { enhance as region } from './js/region.js';
import { enhance as upload } from './js/upload.js';
import './js/keys.js';
import './js/named.js';
import './js/page.js';
import './js/preview.js';

// the content security policy allows neither inline styles nor eval
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;
window.htmx = htmx;

function enhance(root) {
  for (const module of [combobox, compare, dates, fields, moneyInWords, region, upload, autosave, keep, picks, reshape]) {
    module(root);
  }
}

enhance(document);
document.addEventListener('htmx:load', event => enhance(event.detail.elt));
