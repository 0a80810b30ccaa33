/*
  Saves a draft while it is being filled in.

  <form data-autosave-url="/applications/…/sections/basic" data-version="3">   a form with an antiforgery token
  <span class="save" data-autosave-state role="status"></span>                 anywhere on the page

  When: 600 ms after a change, 2 s after the last key, on leaving a field, on leaving the page.
  Sent: the form's fields, form-encoded, with `version`. Files are left out.
  Answers: 200 {version, savedAt, written: fields the server writes itself}; 409 {version, message} when somebody else saved in between; 410 {message} when nothing is taken
  any more (what was typed stays on this computer); 422 {message} when the text as it is cannot be taken, until it is changed; 401 opens
  the sign-in dialog.
  A field named `version` follows along, and a submit waits for the save that is under way.
  No answer: the fields are kept on this computer for this person and sent again later, also after the page is opened anew.
  Events on the form (bubbling): autosave:saved {version, savedAt}, autosave:conflict {version, message}.
*/
import { post, user } from './http.js';
import { show } from './save-state.js';

const afterChange = 600;
const afterKey = 2000;
const betweenTries = 15000;

export function enhance(root) {
  root.querySelectorAll('form[data-autosave-url]').forEach(form => {
    if (!form.autosave) {
      form.autosave = new Autosave(form);
    }
  });
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.key = `draft:${user}:${form.dataset.autosaveUrl}`;
    this.dirty = false;
    this.busy = false;
    this.stopped = false;
    this.timer = 0;
    form.addEventListener('input', () => this.touch(afterKey));
    form.addEventListener('change', () => this.touch(afterChange));
    form.addEventListener('focusout', () => this.dirty && this.later(0));
    form.addEventListener('submit', event => this.submit(event));
    addEventListener('pagehide', () => this.leave());
    addEventListener('online', () => this.dirty && this.later(0));
    this.bringBack();
  }

  touch(delay) {
    this.dirty = true;
    this.later(delay);
  }

  later(delay) {
    clearTimeout(this.timer);
    if (!this.stopped) {
      this.timer = setTimeout(() => this.save(), delay);
    }
  }

  /** Leaving the field to press the button has just started a save; sent beside it the form would carry an old version. */
  submit(event) {
    if (this.owed) {
      event.preventDefault(); // the page does not show yet what was kept
      this.later(0);
    } else if (this.busy) {
      event.preventDefault();
      this.waiting = event.submitter ?? null;
    } else {
      this.stop();
    }
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    localStorage.removeItem(this.key);
  }

  fields() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string') {
        body.append(name, value);
      }
    }
    body.set('version', this.form.dataset.version ?? '0');
    return body;
  }

  async save() {
    if (this.busy) {
      this.later(afterChange);
      return;
    }
    if (this.owed) {
      await this.replay(this.owed);
      return;
    }
    this.busy = true;
    this.dirty = false;
    const body = this.fields();
    show('saving');
    try {
      const answer = await post(this.form.dataset.autosaveUrl, body, { beforeSignIn: () => this.store(body) });
      await this.take(answer, body);
    } catch {
      this.keep(body);
    }
    this.busy = false;
    if (this.waiting !== undefined) {
      const submitter = this.waiting;
      this.waiting = undefined;
      this.form.requestSubmit(submitter);
    } else if (this.dirty) {
      this.later(afterKey);
    }
  }

  async take(answer, body) {
    if (answer.ok) {
      const { version, savedAt, written } = await answer.json();
      this.follow(version);
      this.write(written, body);
      localStorage.removeItem(this.key);
      show('saved', savedAt);
      this.tell('autosave:saved', { version, savedAt });
    } else if (answer.status === 409) {
      const { version, message } = await answer.json();
      this.keep(body, false);
      this.conflict(version, message);
      this.tell('autosave:conflict', { version, message });
    } else if (answer.status === 410) {
      const { message } = await answer.json();
      this.keep(body, false);
      this.stopped = true;
      show('refused');
      this.say(message);
    } else if (answer.status === 422) {
      const { message } = await answer.json();
      this.store(body);
      show('unfit', message);
    } else {
      this.keep(body);
    }
  }

  follow(version) {
    this.form.dataset.version = version;
    if (this.form.elements.version) {
      this.form.elements.version.value = version;
    }
    // other forms of the page send the same version along
    document.querySelectorAll(`input[data-version-of="${this.form.id}"]`).forEach(field => { field.value = version; });
  }

  /** What the server writes itself out of other fields, unless somebody wrote into the field meanwhile. */
  write(written, body) {
    for (const [name, text] of Object.entries(written ?? {})) {
      const field = this.form.elements[name];
      if (field?.value === body.get(name)) {
        field.value = text;
      }
    }
  }

  store(body) {
    localStorage.setItem(this.key, JSON.stringify({ body: withoutToken(body), version: this.form.dataset.version, at: Date.now() }));
  }

  keep(body, again = true) {
    this.store(body);
    show('kept');
    if (again) {
      this.dirty = true;
      this.later(betweenTries);
    }
  }

  leave() {
    if (!this.dirty || this.stopped || this.owed) {
      return;
    }
    const body = this.fields();
    this.store(body);
    post(this.form.dataset.autosaveUrl, body, { keepalive: true })
      .then(answer => answer.ok && localStorage.removeItem(this.key))
      .catch(() => { /* the copy on this computer is sent when the page is opened again */ });
  }

  /** What was kept on this computer goes to the server first; then the page shows it. */
  async bringBack() {
    const text = localStorage.getItem(this.key);
    if (!text) {
      return;
    }
    const kept = JSON.parse(text);
    if (kept.version === this.form.dataset.version) {
      await this.replay(kept);
      return;
    }
    if (sameContent(kept.body, this.fields())) {
      localStorage.removeItem(this.key); // the request sent on leaving did arrive
      return;
    }
    const at = new Date(kept.at).toLocaleTimeString('zh-CN', { hour12: false });
    this.ask(`这台电脑上留有 ${at} 没有传上去的内容，而服务器上的内容后来又改过。`, '用这台电脑上的', () => this.replay(kept));
  }

  /** Until it has arrived it is owed: nothing the page shows meanwhile is sent in its place. */
  async replay(kept) {
    this.owed = kept;
    const body = new URLSearchParams(kept.body);
    body.set('version', this.form.dataset.version);
    body.set('__RequestVerificationToken', this.form.elements.__RequestVerificationToken?.value ?? '');
    show('saving');
    try {
      const answer = await post(this.form.dataset.autosaveUrl, body);
      if (answer.ok) {
        localStorage.removeItem(this.key);
      }
      if (answer.ok || answer.status === 409) {
        location.reload(); // 409: what was sent on leaving has arrived in between, or somebody else saved; the page opened anew knows
        return;
      }
      if (answer.status === 410) {
        const { message } = await answer.json();
        this.stopped = true;
        this.owed = undefined;
        show('refused');
        this.say(message);
        return;
      }
      if (answer.status === 422) {
        const { message } = await answer.json();
        this.owed = undefined;
        localStorage.removeItem(this.key);
        this.putBack(kept.body);
        show('unfit', message);
        return;
      }
    } catch {
      // tried again below
    }
    show('kept');
    this.later(betweenTries);
  }

  /** What the server cannot take as it is belongs in its fields, to be put right there. */
  putBack(body) {
    for (const [name, value] of new URLSearchParams(body)) {
      const field = this.form.elements[name];
      if (field?.value !== undefined && field.type !== 'hidden') {
        field.value = value;
      }
    }
  }

  conflict(version, message) {
    this.stopped = true;
    show('conflict');
    this.ask(message, '用我填的', () => {
      this.follow(version);
      this.stopped = false;
      this.save();
    });
  }

  say(message) {
    const box = document.createElement('div');
    box.className = 'banner warn';
    box.setAttribute('role', 'alert');
    const text = document.createElement('div');
    text.className = 'grow';
    text.textContent = message;
    box.append(text);
    this.form.before(box);
    box.scrollIntoView({ block: 'center' });
    return box;
  }

  ask(message, verb, act) {
    const box = this.say(message);
    const mine = button(verb, 'btn btn-outline-warning btn-sm', () => {
      box.remove();
      act();
    });
    const theirs = button('用服务器上的', 'btn btn-outline-secondary btn-sm', () => {
      localStorage.removeItem(this.key);
      location.reload();
    });
    box.append(mine, theirs);
  }

  tell(name, detail) {
    this.form.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

function withoutToken(body) {
  const copy = new URLSearchParams(body);
  copy.delete('__RequestVerificationToken');
  return copy.toString();
}

function sameContent(a, b) {
  const [left, right] = [a, b].map(body => {
    const copy = new URLSearchParams(body);
    ['__RequestVerificationToken', 'version'].forEach(name => copy.delete(name));
    return copy.toString();
  });
  return left === right;
}

function button(label, className, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', act);
  return element;
}
