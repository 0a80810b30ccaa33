/*
  Evidence is uploaded where it is listed, by button, by dropping a file, or with the camera.

  <li data-upload="/applications/…/evidence/contract" data-upload-max="20971520" data-upload-types="pdf,ofd,jpg,jpeg,png">
    … <input type="file"> …
    … <input type="file" data-upload-to="/applications/…/evidence/contract?replaces=…">   this one goes elsewhere
  </li>

  Sent: multipart, the file as `file`, the page's antiforgery token as a header, because the server reads the file as it comes. The answer, of any status below 500, is the HTML of the
  element and takes its place (the server says what is wrong with a file). While it runs a row with a progress bar stands
  at the end of the element. 401 opens the sign-in dialog and the upload starts again; a broken connection offers 重试.
*/
import { antiforgeryToken } from './http.js';
import { signInAgain } from './session.js';

export function enhance(root) {
  const items = root.matches?.('[data-upload]') ? [root] : root.querySelectorAll('[data-upload]');
  items.forEach(item => {
    if (item.dataset.ready) {
      return;
    }
    item.dataset.ready = 'true';
    item.querySelectorAll('input[type=file]').forEach(input => input.addEventListener('change', () => {
      if (input.files[0]) {
        start(item, input.files[0], input.dataset.uploadTo);
      }
    }));
    item.addEventListener('dragover', event => { event.preventDefault(); item.classList.add('over'); });
    item.addEventListener('dragleave', () => item.classList.remove('over'));
    item.addEventListener('drop', event => {
      event.preventDefault();
      item.classList.remove('over');
      if (event.dataTransfer.files[0]) {
        start(item, event.dataTransfer.files[0]);
      }
    });
  });
}

function start(item, file, url = item.dataset.upload) {
  item.querySelector('[data-upload-row]')?.remove();
  const row = document.createElement('div');
  row.className = 'f';
  row.dataset.uploadRow = '';
  row.setAttribute('role', 'status');
  (item.querySelector('[data-upload-rows]') ?? item.lastElementChild).append(row);
  const refusal = refused(item, file);
  if (refusal) {
    say(row, file, refusal);
    return;
  }
  send(item, file, row, url);
}

function refused(item, file) {
  const max = Number(item.dataset.uploadMax || Infinity);
  const types = (item.dataset.uploadTypes ?? '').split(',').filter(Boolean);
  const ending = file.name.split('.').pop().toLowerCase();
  if (types.length && !types.includes(ending)) {
    return `只收 ${types.map(type => type.toUpperCase()).join('、')}，这个文件是 ${ending.toUpperCase()}。`;
  }
  if (file.size > max) {
    return `文件 ${megabytes(file.size)} MB，超过 ${megabytes(max)} MB 的上限。请压缩或拆分后再传。`;
  }
  return file.size ? '' : '这是一个空文件。';
}

function send(item, file, row, url) {
  const request = new XMLHttpRequest();
  const progress = document.createElement('progress');
  Object.assign(progress, { max: 100, value: 0, className: 'grow' });
  progress.setAttribute('aria-label', `${file.name} 上传进度`);
  const text = line('span', 'meta nw', '准备上传');
  const name = line('div', 'grow', '');
  const cancel = line('button', 'btn btn-link btn-sm', '取消');
  cancel.type = 'button';
  cancel.addEventListener('click', () => { request.abort(); row.remove(); });
  const bar = line('div', 'row-x', '');
  bar.append(progress, text);
  name.append(line('b', '', file.name), bar);
  row.replaceChildren(name, cancel);
  request.upload.addEventListener('progress', event => {
    progress.value = event.loaded / event.total * 100;
    text.textContent = event.loaded < event.total ? `${megabytes(event.loaded)} / ${megabytes(event.total)} MB` : '正在检查文件';
  });
  request.addEventListener('load', async () => {
    if (request.status === 401) {
      await signInAgain();
      send(item, file, row, url);
    } else if (request.status < 500) {
      replace(item, request.responseText);
    } else {
      again(item, file, row, url, '服务器没有收下这个文件。');
    }
  });
  request.addEventListener('error', () => again(item, file, row, url, '上传中断，网络没有连上。'));
  const body = new FormData();
  body.append('file', file);
  request.open('POST', url);
  request.setRequestHeader('RequestVerificationToken', antiforgeryToken(item));
  request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  request.send(body);
}

function replace(item, html) {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  const fresh = template.content.firstElementChild;
  item.replaceWith(fresh);
  window.htmx.process(fresh);
  enhance(fresh);
  fresh.dispatchEvent(new CustomEvent('upload:done', { bubbles: true }));
}

function again(item, file, row, url, message) {
  say(row, file, message);
  const button = line('button', 'btn btn-outline-danger btn-sm', '重试');
  button.type = 'button';
  button.addEventListener('click', () => send(item, file, row, url));
  row.append(button);
}

function say(row, file, message) {
  const text = line('div', 'grow', '');
  text.append(line('b', '', file.name), line('div', 'err', message));
  row.replaceChildren(text);
}

function line(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function megabytes(bytes) {
  return (bytes / 1048576).toFixed(1);
}
