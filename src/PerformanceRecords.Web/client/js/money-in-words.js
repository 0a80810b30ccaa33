/*
  The amount in 万元 spelt out, so a slipped decimal point is seen at once.

  <input data-money-words="iv-w"> … <div id="iv-w" class="hint"></div>
*/
export function enhance(root) {
  root.querySelectorAll('[data-money-words]').forEach(input => {
    const place = document.getElementById(input.dataset.moneyWords);
    const write = () => { place.textContent = inWords(input.value); };
    input.addEventListener('input', write);
    write();
  });
}

const digits = '零壹贰叁肆伍陆柒捌玖';
const units = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** 12680.5 (万元) → 壹亿贰仟陆佰捌拾万伍仟元; empty when the text is no amount. */
export function inWords(text) {
  const parts = text.replace(/[,，\s]/g, '').match(/^(\d{1,11})(?:\.(\d{1,4}))?$/);
  if (!parts) {
    return '';
  }
  const yuan = (parts[1] + (parts[2] ?? '').padEnd(4, '0')).replace(/^0+/, '');
  return yuan ? `${whole(yuan)}元` : '零元';
}

function whole(yuan) {
  let words = '';
  let zero = false;
  for (let i = 0; i < yuan.length; i++) {
    const place = yuan.length - 1 - i;
    const digit = Number(yuan[i]);
    if (digit) {
      words += (zero ? '零' : '') + digits[digit] + units[place % 4];
      zero = false;
    } else {
      zero = words !== '';
    }
    if (place % 4 === 0 && Number(yuan.slice(Math.max(0, i - 3), i + 1))) {
      words += groups[place / 4];
      zero = false;
    }
  }
  return words;
}
