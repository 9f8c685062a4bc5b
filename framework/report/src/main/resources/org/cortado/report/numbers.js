'use strict';

const data = JSON.parse(document.getElementById('data').textContent);

/** Makes an element; children that are words become text, never markup. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

/** The four digits that count. */
function short(value) {
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString('en');
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e6
    ? String(Number(value.toPrecision(4)))
    : value.toExponential(2);
}

/** A number of the record: four digits to read, all of them in the element's value. */
function number(value) {
  return value === undefined || value === null
    ? '–'
    : el('data', {value: String(value), title: String(value)}, short(value));
}

function last(list) {
  return list[list.length - 1];
}

/** A table: rows are a head and cells, which are numbers or elements. */
function table({caption, head, rows, kind = ''}) {
  const body = rows.map(([name, ...cells]) => el('tr', {},
    el('th', {scope: 'row'}, name),
    ...cells.map(cell => cell instanceof Node || typeof cell === 'string'
      ? el('td', {class: 'text'}, cell)
      : el('td', {}, number(cell)))));
  const made = el('table', {class: kind});
  if (caption) made.append(el('caption', {}, caption));
  if (head) made.append(el('thead', {}, el('tr', {}, ...head.map(word => el('th', {scope: 'col'}, word)))));
  made.append(el('tbody', {}, ...body));
  return el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption || 'table'}, made);
}

function section(title, ...parts) {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-');
  const made = el('section', {'aria-labelledby': id}, el('h2', {id}, title), ...parts);
  document.querySelector('main').append(made);
  return made;
}

function soft(text) {
  return el('p', {class: 'soft'}, text);
}

function missing(text) {
  return el('p', {class: 'missing'}, text);
}

/** A select with its label; tells what is chosen, at once and at each change. */
function choice(label, names, chosen) {
  const select = el('select', {}, ...names.map(name => el('option', {value: name}, name)));
  select.addEventListener('change', () => chosen(select.value));
  chosen(names[0]);
  return el('div', {class: 'controls'}, el('label', {}, label + ' ', select));
}
