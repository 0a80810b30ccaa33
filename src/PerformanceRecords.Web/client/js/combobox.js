/*
  A searchable select for long code tables.

  <select id="fn" name="…" data-combobox>…</select>

  The native select stays in the form and works without this script; here it is hidden and a text box with a list of matches
  stands before it. Matches by code from the start and by name anywhere. The text box takes over the select's id, so labels and links
  of the error summary still find the field.
*/
const shown = 60;

export function enhance(root) {
  root.querySelectorAll('select[data-combobox]').forEach(select => {
    if (!select.hidden) {
      new Combobox(select);
    }
  });
}

class Combobox {
  constructor(select) {
    this.select = select;
    this.options = Array.from(select.options).filter(option => option.value);
    this.active = -1;
    this.input = document.createElement('input');
    this.list = document.createElement('ul');
    this.build();
  }

  build() {
    const { select, input, list } = this;
    const id = select.id;
    select.id = `${id}-native`;
    select.hidden = true;
    Object.assign(input, { id, type: 'text', className: 'form-control', autocomplete: 'off', spellcheck: false });
    Object.assign(list, { id: `${id}-list`, className: 'combo-list', hidden: true });
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, placeholder: '输入代码或名称查找' };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    ['aria-describedby', 'aria-invalid', 'aria-label'].forEach(name => select.hasAttribute(name) && input.setAttribute(name, select.getAttribute(name)));
    list.setAttribute('role', 'listbox');
    input.disabled = select.disabled;
    const box = document.createElement('div');
    box.className = 'combo';
    box.append(input, list);
    select.before(box);
    this.showChosen();
    input.addEventListener('focus', () => input.select());
    input.addEventListener('click', () => this.open(''));
    input.addEventListener('input', event => { event.stopPropagation(); this.open(input.value); });
    input.addEventListener('change', event => event.stopPropagation());
    input.addEventListener('keydown', event => this.key(event));
    input.addEventListener('blur', () => this.leave());
    list.addEventListener('mousedown', event => {
      event.preventDefault();
      const item = event.target.closest('[data-value]');
      if (item) {
        this.choose(item.dataset.value);
      }
    });
    select.addEventListener('change', () => this.showChosen());
  }

  showChosen() {
    const option = this.select.selectedOptions[0];
    this.input.value = option?.value ? option.text : '';
  }

  matches(text) {
    const wanted = text.trim().toLowerCase();
    return this.options.filter(option => !option.hidden && !option.disabled
      && (!wanted || option.value.toLowerCase().startsWith(wanted) || option.text.toLowerCase().includes(wanted)));
  }

  open(text) {
    const found = this.matches(text);
    const items = found.slice(0, shown).map((option, index) => {
      const item = document.createElement('li');
      item.id = `${this.list.id}-${index}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', String(option.selected));
      item.dataset.value = option.value;
      item.textContent = option.text;
      return item;
    });
    if (found.length !== items.length || !found.length) {
      const note = document.createElement('li');
      note.className = 'combo-note';
      note.textContent = found.length ? `还有 ${found.length - items.length} 项，请再输入几个字` : '没有符合的项，请换个字试试';
      items.push(note);
    }
    this.list.replaceChildren(...items);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark(text && found.length ? 0 : found.findIndex(option => option.selected));
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  mark(index) {
    const items = this.list.querySelectorAll('[role=option]');
    items[this.active]?.classList.remove('on');
    this.active = index;
    const item = items[index];
    if (item) {
      item.classList.add('on');
      item.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', item.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  key(event) {
    const count = this.list.querySelectorAll('[role=option]').length;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      if (this.list.hidden) {
        this.open('');
      } else if (count) {
        this.mark((this.active + moves[event.key] + count) % count);
      }
    } else if (event.key === 'Enter' && !this.list.hidden) {
      event.preventDefault();
      const item = this.list.querySelectorAll('[role=option]')[this.active];
      if (item) {
        this.choose(item.dataset.value);
      }
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.showChosen();
      this.close();
    }
  }

  choose(value) {
    if (this.select.value !== value) {
      this.select.value = value;
      this.select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    this.showChosen();
    this.close();
  }

  /** An emptied box empties the field; text that names exactly one item chooses it; anything else returns to what was chosen. */
  leave() {
    const text = this.input.value.trim();
    const exact = this.options.filter(option => option.text === text || option.value === text);
    if (!text) {
      this.choose('');
    } else if (exact.length === 1) {
      this.choose(exact[0].value);
    } else {
      this.showChosen();
      this.close();
    }
  }
}
