// <button data-copy="id"> copies the text of that element. Without scripts there is no button, and the text can be selected.
export function offerCopying() {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) continue;
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = 'Copied';
      } catch {
        // The clipboard is closed to pages that do not come by https: leave it selected for the person to copy.
        getSelection().selectAllChildren(source);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
}
