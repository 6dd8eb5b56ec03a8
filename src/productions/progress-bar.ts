const WIDTH = 40;

/** A bar on standard error, if that is a terminal; nothing where a file or a program reads. */
export function progressBar(): { show: (share: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = -1;
  return {
    show(share) {
      const percent = Math.floor(share * 100);
      if (percent === shown) return;
      shown = percent;
      const done = Math.round(share * WIDTH);
      process.stderr.write(`\r[${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}] ${percent} %${percent === 100 ? ', merging …' : ''}\x1b[K`);
    },
    end() {
      if (shown !== -1) process.stderr.write('\r\x1b[K');
    },
  };
}
