// Keeps what is typed into fields marked data-field under one name in this browser, and asks before it is left behind.

// A browser may forbid storage, or have none left: then the page itself is all that keeps the fields.
function keep(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch (error) {
    console.warn('What is typed is not kept beyond this page.', error);
  }
}

function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    keep(key, null);
    return {};
  }
}

export function open(name) {
  const key = `ledger.typed:${name}`;
  const fields = recall(key);

  const isDirty = () => Object.keys(fields).length > 0;

  const store = () => keep(key, isDirty() ? JSON.stringify(fields) : null);

  const typed = event => {
    const field = event.target?.dataset?.field;
    if (field === undefined || event.target.readOnly) return;
    fields[field] = event.target.value;
    store();
  };

  const leaving = event => {
    if (isDirty()) event.preventDefault();
  };

  document.addEventListener('input', typed, true);
  window.addEventListener('beforeunload', leaving);

  return {
    fields: () => fields,
    change: changes => {
      for (const [field, text] of Object.entries(changes)) {
        if (text === null) delete fields[field];
        else fields[field] = text;
      }
      store();
    },
    close: () => {
      document.removeEventListener('input', typed, true);
      window.removeEventListener('beforeunload', leaving);
    },
  };
}
