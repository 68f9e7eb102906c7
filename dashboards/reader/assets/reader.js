// A part of a document in the browser. Data from Streamlit in, the chosen claim out. Text of documents is only ever textContent here.
const states = new WeakMap();

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".reader");
  let state = states.get(root);
  if (!state) states.set(root, (state = { root, selected: null, at: null }));
  state.choose = (id) => setStateValue("claim", id);
  state.open = (end) => setTriggerValue("open", end);
  if (state.revision !== data.revision) draw(state, data);
  if (state.selected !== data.selected || state.at !== data.at || state.fresh) {
    state.at = data.at;
    select(state, data.selected || "", state.fresh || state.selected !== data.selected);
  }
  state.fresh = false;
}

function make(tag, attributes, ...inner) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== "" && value !== undefined) made.setAttribute(name, value);
  made.append(...inner.filter((each) => each !== null));
  return made;
}

function draw(state, data) {
  const text = state.root.querySelector(".text"), list = state.root.querySelector(".claims");
  state.revision = data.revision;
  state.fresh = true;
  state.claims = new Map(data.claims.map((each) => [each.id, each]));
  state.seen = new Set();
  state.root.classList.toggle("beside", data.beside);
  text.setAttribute("aria-label", data.labels.text);
  text.setAttribute("role", "region");
  text.replaceChildren(...data.passages.map((each) => passage(state, each, data)));
  const head = make("p", { class: "head" }, `${data.labels.claims_here} (${data.claims.length})`);
  const none = data.claims.length ? null : make("p", { class: "none" }, data.labels.none_here);
  list.replaceChildren(...[head, none, ...data.claims.map((each) => claim(state, each, data.labels))].filter((each) => each !== null));
}

function passage(state, each, data) {
  const place = make("span", { class: "place" }, each.place);
  const level = each.kind === "title" ? 2 : 3;
  const words = make("div", { class: "words", lang: each.language, dir: "auto" });
  if (each.kind === "title" || each.kind === "heading") { words.setAttribute("role", "heading"); words.setAttribute("aria-level", level); }
  if (each.marker) words.append(make("span", { class: "marker" }, each.marker + " "));
  words.append(...each.pieces.map((piece) => marked(state, piece, true)));
  const made = make("div", { class: "passage " + each.kind, "data-ordinal": each.ordinal }, place, words);
  if (data.beside) {
    const beside = make("div", { class: "original", lang: each.language, dir: "auto" }, ...each.original.map((piece) => marked(state, piece, false)));
    if (!each.original.length) beside.append(make("span", { class: "none" }, data.labels.no_original));
    made.append(beside);
  }
  return made;
}

function marked(state, [text, ids], first) {
  const known = ids.map((id) => state.claims.get(id)).filter((each) => each);
  if (!known.length) return document.createTextNode(text);
  const ranked = [...known].sort((one, other) => one.faint - other.faint || (other.stance !== "") - (one.stance !== ""));
  const top = ranked[0], mark = make("mark", { "data-claims": ids.join(" "), class: top.faint ? "faint" : "", style: lines(ranked) });
  mark.title = ranked.slice(0, 6).map((each) => `${each.subject} → ${each.words} → ${each.object}`).join("\n");
  for (const each of first ? ranked.filter((one) => one.sign && !state.seen.has(one.id)) : []) {
    state.seen.add(each.id);
    mark.append(make("span", { class: "sign", "aria-hidden": "true", style: `background:${each.colour}` }, each.sign));
  }
  mark.append(text);
  // Pieces that several claims share lead through them one after the other.
  mark.addEventListener("click", () => {
    const at = ranked.findIndex((each) => each.id === state.selected);
    pick(state, ranked[(at + 1) % ranked.length].id);
  });
  return mark;
}

function lines(ranked) {
  const colours = [...new Set(ranked.map((each) => each.colour))].slice(0, 3);
  const images = colours.map((colour) => `linear-gradient(${colour},${colour})`), places = colours.map((_, at) => `0 calc(100% - ${3 * at}px)`);
  return `--tint:${colours[0]};background-image:${images.join(",")};background-position:${places.join(",")};padding-bottom:${3 * (colours.length - 1)}px`;
}

function claim(state, each, labels) {
  const sign = make("span", { class: each.sign ? "sign" : "sign plain", "aria-hidden": "true", style: `background:${each.colour}` }, each.sign);
  const who = each.own ? [] : [make("b", {}, each.subject), " "]; // what the document itself does needs no subject
  const said = make("span", { class: "said" }, ...who, `${each.words} `, make("b", {}, each.object));
  const button = make("button", { type: "button", "aria-pressed": "false" }, sign, said, make("span", { class: "place" }, each.place));
  button.addEventListener("click", () => pick(state, each.id));
  const ends = each.ends.map((end, at) => {
    if (each.own && !at) return ""; // one reads it already
    const link = make("button", { type: "button", class: "end", title: labels.open_profile }, at ? each.object : each.subject);
    link.addEventListener("click", () => state.open({ kind: end.kind, id: end.id }));
    return link;
  });
  const more = make("div", { class: "more" }, make("q", { dir: "auto" }, each.quote), make("p", {}, each.said), make("p", { class: "ends" }, ...ends));
  return make("article", { "data-claim": each.id, "data-ordinal": each.ordinal }, button, more);
}

function pick(state, id) {
  const wanted = state.selected === id ? "" : id;
  select(state, wanted, true);
  state.choose(wanted || null);
}

function select(state, id, scroll) {
  state.selected = id;
  const text = state.root.querySelector(".text"), list = state.root.querySelector(".claims");
  text.querySelectorAll("mark").forEach((mark) => mark.classList.toggle("chosen", id !== "" && mark.dataset.claims.split(" ").includes(id)));
  list.querySelectorAll("article").forEach((each) => {
    const on = each.dataset.claim === id;
    each.classList.toggle("chosen", on);
    each.querySelector("button").setAttribute("aria-pressed", on ? "true" : "false");
  });
  if (scroll) setTimeout(() => show(state, text, list), 0);
  state.root.dataset.ready = id;
}

function show(state, text, list) {
  const at = state.at === null || state.at === undefined ? null : text.querySelector(`[data-ordinal="${Number(state.at)}"]`);
  text.querySelectorAll(".passage").forEach((each) => each.classList.toggle("sought", each === at && !state.selected));
  bring(text, text.querySelector("mark.chosen") || at);
  bring(list, list.querySelector("article.chosen") || (at && list.querySelector(`[data-ordinal="${at.dataset.ordinal}"]`)));
}

// Scrolls a pane, and only it: the page stays where it is.
function bring(pane, wanted) {
  if (!wanted) { return; }
  const place = wanted.getBoundingClientRect(), frame = pane.getBoundingClientRect();
  if (place.top >= frame.top + 20 && place.bottom <= frame.bottom - 20) return;
  pane.scrollTop += place.top - frame.top - pane.clientHeight / 3;
}
