// A page with shortcuts on every key, which it takes away from whatever does not look like a field.
window.taken = [];
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  window.taken.push(event.key);
  if (event.key.length === 1 || event.key.startsWith("Arrow")) event.preventDefault();
});
