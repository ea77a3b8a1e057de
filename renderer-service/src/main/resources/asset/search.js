// Search for sites that are plain files: the rules of cepa.search, in the browser. It reads the
// head of the index and one shard, and follows paths of the index only, never text of the query.
'use strict';
(() => {
  const PAGE = 20, CHUNK = 200, GRAM = 3, SCHEMA = 3;
  const WORD = /[\p{L}\p{Nd}\p{Mn}_.\-:@$[\]]/u, BLANK = /[\t\p{Zs}]/u;

  const fold = text => {
    let out = '';
    for (const c of text.normalize('NFKC').toUpperCase().toLowerCase()) {
      if (WORD.test(c)) out += c;
      else if (out && !out.endsWith(' ')) out += ' ';
    }
    return out.trim();
  };

  const v4 = text => {
    const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
    const bytes = parts && parts.slice(1).map(Number);
    return bytes && bytes.every(b => b < 256) ? bytes.join('.') : null;
  };

  const groups = (text, last) => {
    const parts = text.split(':'), out = [];
    for (let i = 0; i < parts.length; i++) {
      const four = last && i === parts.length - 1 ? v4(parts[i]) : null;
      if (four) {
        const [a, b, c, d] = four.split('.').map(Number);
        out.push((a << 8 | b).toString(16), (c << 8 | d).toString(16));
      } else if (/^[0-9a-f]{1,4}$/.test(parts[i])) out.push(parseInt(parts[i], 16).toString(16));
      else return null;
    }
    return out;
  };

  const v6 = text => {
    const gap = text.indexOf('::');
    if (gap < 0) {
      const all = groups(text, true);
      return all && all.length === 8 ? all.join(':') : null;
    }
    const part = (side, last) => side === '' ? [] : groups(side, last);
    const head = part(text.slice(0, gap), false), tail = part(text.slice(gap + 2), true);
    const missing = head && tail ? 8 - head.length - tail.length : 0;
    return missing < 1 ? null : [...head, ...Array(missing).fill('0'), ...tail].join(':');
  };

  const address = text => {
    const brackets = /^\[([0-9a-f:.]+)](?::\d{1,5})?$/.exec(text);
    if (brackets) return v6(brackets[1]);
    const port = /^([0-9.]+):\d{1,5}$/.exec(text);
    return v4(port ? port[1] : text) || v6(text);
  };

  const isDay = text => /^\d{4}-\d{2}-\d{2}$/.test(text);

  // What was asked for: null if no query may look like this.
  const read = raw => {
    const characters = [...raw.trim()];
    if (characters.length > 100 || !characters.every(c => WORD.test(c) || BLANK.test(c))) return null;
    const text = fold(raw);
    const key = /^\$?([0-9a-f]{40})$/.exec(text.replaceAll(' ', '')) || /^\$([0-9a-f]{6,39})$/.exec(text);
    if (key) return {text: key[1]};
    const network = /^as ?0*([1-9][0-9]{0,9})$/.exec(text);
    if (network) return {text: 'as' + network[1]};
    const ip = address(text);
    if (ip) return {text: ip, gram: '=' + ip};
    return isDay(text) ? {text, gram: '=' + text} : {text};
  };

  const shard = (gram, shards) => {
    let hash = 0x811C9DC5;
    for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
    return (hash >>> 0) % shards;
  };
  const hex4 = number => number.toString(16).padStart(4, '0');
  const hex = gram => Array.from({length: gram.length}, (_, i) => hex4(gram.charCodeAt(i))).join('');

  const json = async file => {
    const response = await fetch(file);
    if (!response.ok) throw new Error(file + ': ' + response.status);
    return response.json();
  };

  // How well a row answers, best first: 0 identifier, 1 name, 2 beginning, 3 part, 4 not at all.
  const match = (row, text, kind) => {
    const more = row[4] || {}, own = row[2].toLowerCase(), names = more.n || [fold(row[1])];
    if ((more.i || []).includes(text) || kind.identified && own === text) return 0;
    if (names.includes(text) || own === text) return 1;
    if (kind.identified && text.length >= 6 && own.startsWith(text)) return 2;
    if (names.some(name => name.startsWith(text))) return 2;
    return names.concat(more.w || []).some(t => t.includes(text)) ? 3 : 4;
  };

  const hits = async (head, asked, kind, page) => {
    const {text} = asked, characters = [...text];
    let gram = asked.gram || characters.slice(0, GRAM).join('');
    for (let n = GRAM + 1; !asked.gram && head.heavy.includes(gram) && gram !== text; n++) {
      gram = characters.slice(0, n).join('');
    }
    const level = row => match(row, text, head.kinds[row[0]]);
    if (!head.heavy.includes(gram)) {
      const rows = (await json(hex4(shard(gram, head.shards)) + '.json'))[gram] || [];
      return {rows: rows.filter(row => level(row) < 4).sort((a, b) => level(a) - level(b)), level};
    }
    const list = await json('list/' + hex(gram) + '.json');
    if (!kind || page <= 1) return {rows: list.first, counts: list.counts, level};
    const number = head.kinds.findIndex(k => k.id === kind), from = (page - 1) * PAGE;
    if (number < 0 || from >= list.counts[number]) return {rows: [], counts: list.counts, level};
    const chunk = await json('list/' + hex(gram) + '-' + kind + '-' + Math.floor(from / CHUNK) + '.json');
    return {rows: chunk.slice(from % CHUNK, from % CHUNK + PAGE), counts: list.counts, level};
  };

  const only = (found, head) => {
    for (const exact of [0, 1]) {
      const all = found.rows.filter(row => found.level(row) === exact);
      if (all.length) return all.length === 1 ? all[0] : null;
    }
    const one = found.rows.length === 1 && !head.kinds[found.rows[0][0]].suggested;
    return one ? found.rows[0] : null;
  };

  const answer = async (raw, kind, page) => {
    const asked = read(raw);
    if (!asked) return {refused: true};
    if (!asked.text) return {groups: []};
    const head = await json('shards.json');
    if (head.schema !== SCHEMA) throw new Error('schema ' + head.schema);
    const found = await hits(head, asked, kind, page);
    const path = row => row[2].startsWith('/') ? row[2] : head.kinds[row[0]].root + row[2] + '/';
    const one = kind ? null : only(found, head);
    if (one) return {path: path(one)};
    const identified = found.rows.some(row => found.level(row) === 0), groups = [];
    head.kinds.forEach((k, i) => {
      const own = found.rows.filter(r => r[0] === i && (!identified || found.level(r) === 0));
      const total = found.counts ? found.counts[i] : own.length, pages = Math.ceil(total / PAGE);
      if (!total || kind && kind !== k.id || page < 1 || page > pages) return;
      const from = found.counts ? 0 : (page - 1) * PAGE;
      const shown = own.slice(from, from + PAGE).map(row =>
        ({label: row[1], key: row[2], detail: row[3], path: path(row)}));
      groups.push({kind: k.id, title: k.title, total, page, pages, hits: shown});
    });
    return {groups};
  };

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // Words stand in the page; {0} and {1} are places for numbers and titles.
  const fill = (text, ...values) => text.replace(/\{(\d)}/g, (whole, number) => values[number] ?? whole);

  const show = (group, query, root, words) => {
    const section = element('section', '', {'data-kind': group.kind, 'data-total': group.total});
    section.append(element('h2', group.title + ' (' + group.total + ')'));
    const list = element('ul', '', {class: 'hits'});
    for (const hit of group.hits) {
      const item = element('li'), link = element('a', '', {href: root + hit.path});
      link.append(element('bdi', hit.label));
      item.append(link, ' ', element('span', hit.detail, {class: 'soft'}), ' ');
      if (!hit.key.startsWith('/') && !hit.label.includes(hit.key)) item.append(element('code', hit.key));
      list.append(item);
    }
    section.append(list);
    const at = page => '?' + new URLSearchParams({q: query, kind: group.kind, page});
    const pages = element('nav', '', {class: 'pages', 'aria-label': fill(words.pages, group.title)});
    if (group.page > 1) pages.append(element('a', words.previous, {href: at(group.page - 1), rel: 'prev'}), ' ');
    pages.append(element('span', fill(words.page, group.page, group.pages)), ' ');
    if (group.page < group.pages) pages.append(element('a', words.next, {href: at(group.page + 1), rel: 'next'}));
    if (group.pages > 1) section.append(pages);
    return section;
  };

  const run = async () => {
    const place = document.getElementById('results'), root = place.dataset.root.replace(/\/$/, '');
    const asked = new URLSearchParams(location.search);
    const query = asked.get('q') || '', kind = asked.get('kind'), page = Number(asked.get('page') || 1);
    if (!query.trim()) return;
    document.getElementById('q').value = query;
    place.textContent = '';
    place.setAttribute('aria-busy', 'true');
    try {
      const found = await answer(query, kind, page);
      if (found.path) return void location.replace(root + found.path);
      if (found.refused) place.append(element('p', place.dataset.refused, {class: 'lead'}));
      else if (!found.groups.length) place.append(element('p', place.dataset.nothing, {class: 'lead'}));
      else found.groups.forEach(group => place.append(show(group, query, root, place.dataset)));
      place.dataset.state = found.refused ? 'refused' : found.groups.length ? 'found' : 'nothing';
    } catch (problem) {
      place.append(element('p', place.dataset.failed, {class: 'lead'}));
      place.dataset.state = 'failed';
      console.error(problem);
    }
    place.removeAttribute('aria-busy');
  };
  run();
})();
