// The network in the browser. Data from Streamlit in, what the reader did out. Text of documents is only ever text here: labels on the
// canvas, tips and buttons by textContent; nothing is made into markup.
import "../rapporteur.vis/vis-network.min.js"; // the one of the installed pyvis; it puts itself among the globals, where nobody else needs it

const { vis } = globalThis, states = new WeakMap();
delete globalThis.vis;

export default function (component) {
  const { parentElement, setTriggerValue } = component, { content, rest } = JSON.parse(new TextDecoder().decode(component.data));
  const frame = parentElement.querySelector(".frame"), host = frame.querySelector(".net");
  frame.style.height = rest.height + "px";
  let state = states.get(host);
  if (!state) states.set(host, (state = start(frame, host)));
  state.send = (what, id, more) => setTriggerValue("done", { what, id, ...more });
  if (state.revision !== rest.revision) {
    state.data = unpacked(content, rest);
    draw(state);
  } else Object.assign(state.data, rest);
  choose(state);
  return () => { if (!host.isConnected) { stop(state); states.delete(host); } };
}

// What dashboards/network/packing.py made small.
function unpacked(content, rest) {
  const of = ({ keys, repeated, said, rows }) => rows.map((row) => {
    const made = {};
    keys.forEach((key, at) => { if (row[at] !== null) made[key] = repeated.includes(key) ? said[row[at]] : row[at]; });
    return made;
  });
  const nodes = of(content.nodes), edges = of(content.edges);
  for (const each of nodes) each.title = `${each.name}\n${each.tip}`;
  for (const each of edges) {
    const from = nodes[each.from], to = nodes[each.to];
    Object.assign(each, { from: from.id, to: to.id, id: `${from.id} ${each.relation} ${to.id}`, title: `${from.name} — ${each.says} — ${to.name}` + (each.tip && "\n" + each.tip) });
  }
  return { ...content, nodes, edges, ...rest };
}

function start(frame, host) {
  const state = { frame, host, send: () => {}, focus: null, chosen: { kind: "", id: "" } };
  state.scheme = window.matchMedia("(prefers-color-scheme: dark)");
  state.themed = () => setTimeout(() => state.net && theme(state), 50);
  state.scheme.addEventListener("change", state.themed);
  state.keys = (event) => key(state, event);
  host.addEventListener("keydown", state.keys);
  return state;
}

function stop(state) {
  state.scheme.removeEventListener("change", state.themed);
  state.host.removeEventListener("keydown", state.keys);
  if (state.net) state.net.destroy();
  state.net = null; // what still waits to be done to it is not
}

function colours(state) {
  const of = (name, other) => getComputedStyle(state.host).getPropertyValue(name).trim() || other;
  return { text: of("--st-text-color", "#1d2226"), ground: of("--st-background-color", "#ffffff"), mark: of("--st-primary-color", "#0b5c8f"), font: of("--st-font", "sans-serif") };
}

function options(state) {
  const look = colours(state);
  return {
    physics: { enabled: false }, layout: { randomSeed: 7, improvedLayout: false }, autoResize: true,
    nodes: {
      font: { size: 14, color: look.text, face: look.font, strokeWidth: 3, strokeColor: look.ground, vadjust: -2 },
      scaling: { label: { enabled: false, drawThreshold: 5 } }, chosen: false,
    },
    edges: { smooth: false, chosen: false, hoverWidth: 1, selectionWidth: 2, arrowStrikethrough: false },
    interaction: { hover: true, tooltipDelay: 150, multiselect: false, keyboard: false, hideEdgesOnDrag: state.data.edges.length > 800 },
  };
}

function node(state, each, look) {
  const made = { id: each.id, label: each.label, title: each.title, x: each.x, y: each.y };
  if (each.icon) return { ...made, shape: "image", image: state.data.icons[each.icon], size: each.size };
  const font = { color: "#ffffff", strokeWidth: 0, size: each.strong ? 17 : 14, vadjust: 0 };
  const border = each.round < 10 ? look.text : each.colour;
  return { ...made, shape: "box", font, color: { background: each.colour, border }, borderWidth: each.strong ? 2 : 1, margin: each.strong ? 12 : 7, shapeProperties: { borderRadius: each.round } };
}

function edge(each) {
  const made = { id: each.id, from: each.from, to: each.to, title: each.title, width: each.width, color: { color: each.colour, opacity: each.arrow ? 0.9 : 0.6 }, dashes: each.dashed ? [7, 5] : false };
  if (each.arrow) made.arrows = { to: { enabled: true, scaleFactor: 0.55 } };
  if (each.bend) made.smooth = { enabled: true, type: "curvedCW", roundness: 0.12 * each.bend };
  return made;
}

function draw(state) {
  const { data, host } = state, again = state.net && state.place === data.place;
  const camera = again ? { position: state.net.getViewPosition(), scale: state.net.getScale() } : null;
  if (state.net) state.net.destroy();
  delete host.dataset.ready;
  const look = (state.look = colours(state)), nodes = new vis.DataSet(data.nodes.map((each) => node(state, each, look))), edges = new vis.DataSet(data.edges.map(edge));
  state.nodes = nodes;
  const net = (state.net = new vis.Network(host, { nodes, edges }, options(state)));
  state.revision = data.revision; state.place = data.place;
  host.setAttribute("aria-label", data.words.about);
  host.querySelector(".vis-network").tabIndex = -1; // the host itself takes the keyboard
  listen(state, net);
  net.on("beforeDrawing", (context) => captions(state, context));
  net.on("afterDrawing", (context) => ring(state, context));
  legend(state); bar(state);
  if (camera && !state.fitted) net.moveTo({ ...camera, animation: false });
  else fit(state, false);
  net.once("afterDrawing", () => setTimeout(() => { // only now does vis-network know how large the labels are
    if (state.net !== net) return;
    if (state.centre && net.body.nodes[state.centre]) middle(state); else if (!camera || state.fitted) fit(state, false);
    host.dataset.ready = data.revision;
  }));
  host.network = net; // for tests
  if (!data.nodes.some((each) => each.id === state.focus)) state.focus = null;
}

// Everything in sight, captions too, with room for the legend below and the buttons above.
function fit(state, slowly) {
  const { net, data, host, frame } = state, boxes = data.nodes.map((each) => net.getBoundingBox(each.id));
  boxes.push(...data.captions.map((each) => ({ left: each.x - 70, right: each.x + 70, top: each.y - 14, bottom: each.y + 14 })));
  const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
  const below = frame.querySelector(".legend").offsetHeight + 14, above = 16;
  const room = { width: Math.max(host.clientWidth - 32, 50), height: Math.max(host.clientHeight - above - below, 50) };
  const scale = Math.min(room.width / Math.max(right - left, 1), room.height / Math.max(bottom - top, 1), 1.15);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale };
  net.moveTo({ position, scale, animation: slowly ? { duration: 300 } : false });
  state.fitted = true; state.centre = null;
}

function listen(state, net) {
  const now = (what, id) => { state.chosen = { kind: what, id }; state.send(what, id); };
  net.on("click", (event) => {
    const { x, y } = event.pointer.DOM, before = state.tap, at = performance.now();
    // The second half of a double click: the panel that the first half opened may have moved the picture meanwhile.
    if (before && at - before.at < 450 && Math.hypot(x - before.x, y - before.y) < 12) return;
    state.tap = { x, y, at, node: event.nodes[0] };
    if (event.nodes.length) { state.focus = event.nodes[0]; now("node", event.nodes[0]); }
    else if (event.edges.length) now("edge", event.edges[0]);
    else { state.focus = null; now("nothing", ""); }
  });
  net.on("doubleClick", (event) => {
    const node = state.tap && performance.now() - state.tap.at < 900 ? state.tap.node : event.nodes[0];
    if (node !== undefined) state.send("expand", node);
  });
  net.on("dragEnd", (event) => {
    if (!event.nodes.length) return;
    const { x, y } = net.getPosition(event.nodes[0]);
    state.send("pin", event.nodes[0], { x: Math.round(x), y: Math.round(y) });
  });
  const moved = (event) => { if (!event.nodes || !event.nodes.length) { state.fitted = false; state.centre = null; } };
  net.on("zoom", moved); net.on("dragStart", moved);
  net.on("resize", (now) => {
    if (now.width === now.oldWidth && now.height === now.oldHeight) return;
    if (state.centre && net.body.nodes[state.centre]) middle(state); else if (state.fitted) fit(state, false);
  });
  net.on("hoverNode", () => { state.host.style.cursor = "pointer"; });
  net.on("blurNode", () => { state.host.style.cursor = ""; });
}

// What the page says is chosen (the address, the back button, the table). What was chosen here is marked already and not said again.
function choose(state) {
  const { net, data } = state, { kind, id, look, turn } = data.chosen;
  if (turn === state.turn && state.marked === state.revision) return;
  if (turn !== state.turn) state.chosen = { kind, id };
  const there = state.chosen.kind === "node" && net.body.nodes[state.chosen.id], line = state.chosen.kind === "edge" && net.body.edges[state.chosen.id];
  if (!there && !line && !net.getSelectedNodes().length && !net.getSelectedEdges().length) { state.turn = turn; state.marked = state.revision; return; } // each drawing of 500 nodes is felt
  if (there) { net.selectNodes([state.chosen.id], false); state.focus = state.chosen.id; } else if (line) net.selectEdges([state.chosen.id]); else net.unselectAll();
  if (turn !== state.turn && look && there) { state.centre = id; middle(state); }
  state.turn = turn; state.marked = state.revision;
  net.redraw();
}

// A node that was looked for stands in the middle, also after the panel beside it has opened, until the reader moves the picture.
function middle(state) {
  state.net.focus(state.centre, { scale: Math.max(state.net.getScale(), 0.9), animation: false });
}

function captions(state, context) {
  const { look } = state;
  for (const each of state.data.captions) {
    context.font = `600 19px ${look.font}`; context.textAlign = "center"; context.fillStyle = look.text;
    context.fillText(each.words, each.x, each.y);
    const width = context.measureText(each.words).width;
    context.fillStyle = each.colour; context.fillRect(each.x - width / 2, each.y + 12, width, 3);
  }
}

function ring(state, context) {
  const { look } = state;
  for (const id of new Set([...state.net.getSelectedNodes(), state.focus])) {
    if (id === null || !state.net.body.nodes[id]) continue;
    const box = state.net.getBoundingBox(id);
    context.strokeStyle = look.mark; context.lineWidth = 2.5; context.setLineDash(state.net.getSelectedNodes().includes(id) ? [] : [4, 3]);
    context.beginPath(); context.roundRect(box.left - 6, box.top - 6, box.right - box.left + 12, box.bottom - box.top + 12, 8); context.stroke();
    context.setLineDash([]);
  }
}

function theme(state) {
  state.look = colours(state);
  state.net.setOptions({ nodes: options(state).nodes });
  state.nodes.update(state.data.nodes.map((each) => { const { x, y, ...rest } = node(state, each, state.look); return rest; }));
  state.net.redraw();
}

function button(words, does, title) {
  const made = document.createElement("button");
  made.type = "button"; made.append(words); made.addEventListener("click", does);
  if (title) { made.title = title; made.setAttribute("aria-label", title); }
  return made;
}

function legend(state) {
  const list = state.frame.querySelector(".legend");
  list.setAttribute("aria-label", state.data.words.legend);
  list.replaceChildren(...state.data.legend.map((each) => {
    const line = document.createElement("li");
    if (each.kind) {
      const picture = document.createElement("img"); picture.src = each.icon; picture.alt = "";
      const made = button(picture, () => state.send("toggle", each.kind));
      made.append(each.words); made.setAttribute("aria-pressed", String(!each.off)); made.dataset.kind = each.kind; line.append(made);
    } else {
      const made = document.createElement("span"), svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), stroke = document.createElementNS(svg.namespaceURI, "line");
      for (const [name, value] of Object.entries({ x1: 0, x2: 24, y1: 4, y2: 4, stroke: each.line, "stroke-width": 2.5, "stroke-dasharray": each.dashed ? "6 4" : "none" })) stroke.setAttribute(name, value);
      svg.setAttribute("viewBox", "0 0 24 8"); svg.setAttribute("aria-hidden", "true"); svg.append(stroke); made.className = "line"; made.append(svg, each.words); line.append(made);
    }
    return line;
  }));
}

function bar(state) {
  const { words } = state.data, zoom = (by) => () => { state.fitted = false; state.net.moveTo({ scale: state.net.getScale() * by }); };
  state.frame.querySelector(".bar").replaceChildren(
    button("+", zoom(1.25), words.nearer), button("−", zoom(0.8), words.farther),
    button("⤢", () => fit(state, true), words.fit), button("PNG", () => save(state), words.png),
  );
}

function save(state) {
  const canvas = state.host.querySelector("canvas"), copy = document.createElement("canvas");
  copy.width = canvas.width; copy.height = canvas.height;
  const context = copy.getContext("2d");
  context.fillStyle = colours(state).ground; context.fillRect(0, 0, copy.width, copy.height); context.drawImage(canvas, 0, 0);
  const link = document.createElement("a");
  link.href = copy.toDataURL("image/png"); link.download = state.data.file + ".png"; link.click();
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function key(state, event) {
  const { net, data } = state, order = data.nodes.map((each) => each.id), at = order.indexOf(state.focus);
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (ARROWS[event.key]) go(state, state.focus === null ? order[0] : toward(state, ARROWS[event.key]));
  else if (event.key === "Tab" && at >= 0 && order[at + (event.shiftKey ? -1 : 1)]) go(state, order[at + (event.shiftKey ? -1 : 1)]);
  else if (event.key === "Enter" && state.focus !== null) open(state, event.shiftKey ? "expand" : "node");
  else if (event.key === "Escape") { state.focus = null; net.unselectAll(); net.redraw(); open(state, "nothing"); }
  else return;
  event.preventDefault();
}

function open(state, what) {
  if (what === "node") { state.net.selectNodes([state.focus], false); state.chosen = { kind: "node", id: state.focus }; }
  if (what === "nothing") state.chosen = { kind: "", id: "" };
  state.send(what, state.focus ?? "");
}

function go(state, id) {
  if (id === undefined) return;
  state.focus = id;
  const { x, y } = state.net.canvasToDOM(state.net.getPosition(id)), { clientWidth, clientHeight } = state.host;
  if (x < 30 || y < 30 || x > clientWidth - 30 || y > clientHeight - 60) state.net.focus(id, { scale: state.net.getScale() });
  state.frame.querySelector(".said").textContent = state.data.nodes.find((each) => each.id === id).title;
  state.host.dataset.focus = id;
  state.net.redraw();
}

// The nearest node in a direction: what lies off to the side counts twice.
function toward(state, [dx, dy]) {
  const places = state.net.getPositions(), from = places[state.focus];
  let best, least = Infinity;
  for (const [id, to] of Object.entries(places)) {
    const along = (to.x - from.x) * dx + (to.y - from.y) * dy, beside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
    if (along > 1 && along + 2 * beside < least) { least = along + 2 * beside; best = id; }
  }
  return best;
}
