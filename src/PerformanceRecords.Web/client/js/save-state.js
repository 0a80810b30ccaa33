// <span class="save" data-autosave-state role="status"></span> says in words and with an icon whether what was typed is safe.

const icons = {
  ok: 'm4 12.5 5 5L20 6.5',
  wait: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0',
  bad: 'M12 3 2 20h20zM12 10v4m0 3v.01',
};

/** @param detail when it was saved; why it could not be */
export function show(state, detail) {
  const time = new Date(state === 'saved' ? detail : Date.now()).toLocaleTimeString('zh-CN', { hour12: false });
  const [kind, text] = {
    saving: ['wait', '正在保存'],
    saved: ['ok', `${time} 已自动保存`],
    kept: ['wait', '没有连上，已存本机'],
    unfit: ['bad', `还没有保存：${detail}`],
    refused: ['bad', '现在不能保存，已存本机'],
    conflict: ['bad', '这一节刚被别人改过，没有保存'],
  }[state];
  document.querySelectorAll('[data-autosave-state]').forEach(element => {
    element.className = `save ${kind === 'wait' && state === 'saving' ? '' : kind}`;
    element.replaceChildren(icon(icons[kind]), text);
  });
}

function icon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'ico');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
