// Asks whether there is news on this tab's page, by a request that the server holds until there
// is; then lets Flow fetch it. A tab that nobody sees holds none.
window.marquetryNews = async (tab) => {
  const seen = () => new Promise(done => {
    if (!document.hidden) done();
    else document.addEventListener('visibilitychange', done, {once: true});
  });
  const hold = async (heard) => {
    const leave = new AbortController();
    const hidden = () => document.hidden && leave.abort();
    document.addEventListener('visibilitychange', hidden);
    try {
      return await fetch(`VAADIN/news?tab=${tab}&heard=${heard}`, {signal: leave.signal});
    } finally {
      document.removeEventListener('visibilitychange', hidden);
    }
  };
  const look = () => Object.values(window.Vaadin.Flow.clients).forEach(client => client.poll?.());
  const pause = () => new Promise(done => setTimeout(done, 1000));
  for (let heard = 0; ; ) {
    await seen();
    try {
      const answer = await hold(heard);
      if (!answer.ok) throw answer;
      const rings = Number(await answer.text());
      if (rings !== heard) {
        heard = rings;
        look();
      }
      if (rings < 0) return; // the page is gone; Flow has said so to the look
    } catch {
      await pause(); // the server is away, or the tab was hidden
    }
  }
};
