/*
  Compares a file at hand with a fingerprint. The file is read here and goes nowhere.

  <div data-compare="6c1f90ab…"><input type="file"></div>
  <p data-compare-result role="status"></p>
*/
export function enhance(root) {
  root.querySelectorAll('[data-compare]').forEach(place => {
    if (place.dataset.ready) {
      return;
    }
    place.dataset.ready = 'true';
    place.querySelector('input[type=file]').addEventListener('change', event => compare(event.target.files[0], place.dataset.compare));
    place.addEventListener('dragover', event => event.preventDefault());
    place.addEventListener('drop', event => {
      event.preventDefault();
      compare(event.dataTransfer.files[0], place.dataset.compare);
    });
  });
}

async function compare(file, expected) {
  const result = document.querySelector('[data-compare-result]');
  if (!file) {
    return;
  }
  if (!crypto.subtle) {
    result.textContent = '这个浏览器只在 https 地址下能计算指纹，请换用 https 地址打开本页。';
    return;
  }
  result.textContent = '正在计算…';
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const found = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
  result.className = found === expected ? 'mt-2 mb-0 same' : 'mt-2 mb-0 other';
  result.textContent = found === expected
    ? `一致：${file.name} 就是存档的那一份。`
    : `不一致：${file.name} 的指纹是 ${found.slice(0, 16)}…，与存档不同。经过另存、压缩或盖章的文件也会不同，请与纸面内容逐项核对。`;
}
