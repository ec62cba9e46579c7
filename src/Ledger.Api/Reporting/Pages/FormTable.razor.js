// Enter and the arrows walk the column of values; a column pasted into one of them is handed over whole.

export function walk(table, page) {
  const fields = () => [...table.querySelectorAll('input[data-walk]')];

  table.addEventListener('keydown', event => {
    if (!event.target.matches('input[data-walk]') || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = fields();
    const next = all[all.indexOf(event.target) + step];
    next?.focus();
    next?.select();
  });

  table.addEventListener('paste', event => {
    if (!event.target.matches('input[data-walk]') || event.target.readOnly) return;
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (!/[\n\t]/.test(text)) return;
    event.preventDefault();
    page.invokeMethodAsync('PasteAsync', text, event.target.dataset.field);
  });
  // Keys pressed before this are the browser's own.
  table.dataset.walks = '';
}
