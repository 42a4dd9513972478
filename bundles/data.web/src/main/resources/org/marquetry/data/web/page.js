/* Marquetry's page script: tells the suite it came from what happens on this page, and nobody else.
   No cookie and no storage before marquetry('consent', true). */
(function (w, d) {
  'use strict';
  var me = d.currentScript;
  if (!me || !me.dataset.key) return;
  var door = new URL(me.src).origin + '/open/page/events?key=' + encodeURIComponent(me.dataset.key);
  var COOKIE = 'mq_visitor', KEPT = 390 * 86400, MOST = 50;
  var page = random('p'), queue = [], timer = 0, told = false, failed = 0;
  var inputs = 0, seen = 0, since = d.visibilityState === 'visible' ? Date.now() : 0;

  function random(kind) {
    var id = kind + '-';
    crypto.getRandomValues(new Uint8Array(12)).forEach(function (b) { id += ('0' + b.toString(16)).slice(-2); });
    return id;
  }

  function visitor() {
    var found = d.cookie.match(/(?:^|; )mq_visitor=(v-[0-9a-f]{24})(?:;|$)/);
    return found ? found[1] : undefined;
  }

  function session() {
    try {
      var id = sessionStorage.getItem('mq_session');
      if (!id) sessionStorage.setItem('mq_session', id = random('s'));
      return id;
    } catch (e) { return page; }
  }

  function keep(id, seconds) {
    d.cookie = COOKIE + '=' + id + '; path=/; max-age=' + seconds + '; samesite=lax'
      + (location.protocol === 'https:' ? '; secure' : '');
  }

  function add(type, more) {
    var event = { id: random('e'), type: type, at: Date.now() };
    for (var name in more) if (more[name] != null) event[name] = more[name];
    queue.push(event);
    if (queue.length > 4 * MOST) queue.shift();
    if (queue.length >= MOST) send();
    else if (!timer) timer = setTimeout(send, 1000);
  }

  function send() {
    clearTimeout(timer);
    timer = 0;
    if (!queue.length) return;
    var now = Date.now(), batch = queue.splice(0, MOST);
    var body = JSON.stringify({
      session: visitor() ? session() : page, visitor: visitor(), inputs: inputs, automated: !!navigator.webdriver,
      events: batch.map(function (e) {
        var copy = Object.assign({}, e, { ago: Math.max(0, now - e.at) });
        delete copy.at;
        return copy;
      })
    });
    if ('keepalive' in Request.prototype) {
      fetch(door, { method: 'POST', body: body, keepalive: true, credentials: 'omit', mode: 'cors' }).then(
        function (r) { if (r.status === 429 || r.status >= 500) again(batch); else failed = 0; },
        function () { again(batch); });
    } else {
      navigator.sendBeacon(door, body);
    }
    if (queue.length) timer = setTimeout(send, 100);
  }

  function again(batch) {
    if (++failed > 5) return;
    queue = batch.concat(queue).slice(0, 4 * MOST);
    if (!timer) timer = setTimeout(send, 10000);
  }

  function view(more) {
    var from = '';
    try { from = d.referrer && new URL(d.referrer).host !== location.host ? new URL(d.referrer).host : ''; } catch (e) { /* none */ }
    add('viewed', Object.assign({ path: location.pathname, title: d.title, from: from || undefined }, more));
  }

  var calls = {
    page: function () { view(); },
    product: function (p) { view({ product: p.id }); },
    search: function (s) { add('searched', { query: s.query, results: s.results }); },
    cart: function (c) { add('carted', { product: c.product, quantity: c.quantity, price: c.price, currency: c.currency }); },
    uncart: function (c) { add('uncarted', { product: c.product, quantity: c.quantity }); },
    order: function (o) { add('order', { order: o.id, currency: o.currency, lines: o.lines }); send(); },
    consent: function (yes) {
      if (yes && !visitor()) keep(random('v'), KEPT);
      add('consented', { granted: !!yes });
      send();
      if (!yes) { keep('', 0); try { sessionStorage.removeItem('mq_session'); } catch (e) { /* none */ } }
    },
    event: function (e) { add('own', { name: e.type, product: e.product, properties: e.properties }); }
  };

  function call(args) {
    var what = calls[args[0]];
    if (!what) { if (w.console) console.warn('marquetry: there is no call ' + args[0]); return; }
    what(args[1] === undefined ? {} : args[1]);
  }

  function leave() {
    if (d.visibilityState === 'visible') { since = Date.now(); return; }
    if (since) seen += Date.now() - since;
    since = 0;
    if (!told) { told = true; add('left', { visible: seen }); }
    send();
  }

  ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel'].forEach(function (type) {
    w.addEventListener(type, function (e) { if (e.isTrusted) inputs++; }, { passive: true, capture: true });
  });
  d.addEventListener('visibilitychange', leave);
  w.addEventListener('pagehide', function () {
    if (since) seen += Date.now() - since;
    since = 0;
    if (!told) { told = true; add('left', { visible: seen }); }
    send();
  });

  var waiting = (w.marquetry && w.marquetry.q) || [], first = waiting.length && waiting[0][0];
  w.marquetry = function () { call(arguments); };
  if (me.dataset.view !== 'off' && first !== 'page' && first !== 'product') view();
  for (var i = 0; i < waiting.length; i++) call(waiting[i]);
})(window, document);
