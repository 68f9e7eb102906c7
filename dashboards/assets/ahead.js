// Asks the server for the page while Streamlit's scripts are still on their way, in the words in which they will ask; what it answers is held until they
// do. Where they ask otherwise they are answered anew, as if nothing had been asked before. BASE is the address under which all pages lie.
const place = BASE.replace(/^http/, "ws") + "/_stcore/stream", said = ["streamlit", cookie("_streamlit_xsrf") ?? "PLACEHOLDER_AUTH_TOKEN"];
const Socket = WebSocket, socket = new Socket(place, said), question = asking(), answers = [];
socket.binaryType = "arraybuffer";
socket.addEventListener("open", () => socket.send(question), { once: true });
socket.addEventListener("message", hold);
window.WebSocket = function (address, words = []) {
  window.WebSocket = Socket;
  if (String(address) === place && words[0] === said[0] && words.length === said.length && socket.readyState < 2) return hand();
  socket.close();
  return new Socket(address, words);
};
window.WebSocket.prototype = Socket.prototype;

// It is Streamlit's now: it hears that the socket is open, asks, and gets what there is; what is still to come reaches it as ever.
function hand() {
  const send = socket.send;
  socket.send = (data) => {
    delete socket.send;
    if (!same(data, question)) send.call(socket, data);
    queueMicrotask(release);
  };
  if (socket.readyState === 1) setTimeout(() => socket.dispatchEvent(new Event("open")));
  return socket;
}

function hold(event) {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  answers.push(event.data);
}

function release() {
  socket.removeEventListener("message", hold);
  for (const data of answers) socket.dispatchEvent(new MessageEvent("message", { data }));
}

function same(one, other) { return one.length === other.length && one.every((byte, at) => byte === other[at]); }

function cookie(name) { return document.cookie.match(`\\b${name}=([^;]*)\\b`)?.[1]; }

// BackMsg.rerun_script of Streamlit's protocol: query, no widgets, page, and who asks from where.
function asking() {
  const text = (field, words) => (words ? part(field, new TextEncoder().encode(words)) : []), page = location.href.split(/[?#]/)[0];
  const who = [
    ...always(1, Intl.DateTimeFormat().resolvedOptions().timeZone), ...number(2, new Date().getTimezoneOffset()), ...always(3, navigator.language),
    ...always(4, page), ...number(5, 0), ...always(6, dark() ? "dark" : "light"),
  ];
  return new Uint8Array(part(11, [...text(1, location.search.slice(1)), ...part(2, []), ...text(4, page.slice(BASE.length + 1)), ...part(8, who)]));
}

function always(field, words) { return part(field, new TextEncoder().encode(words)); }

function part(field, bytes) { return [...varint(8 * field + 2), ...varint(bytes.length), ...bytes]; }

function number(field, value) { return [...varint(8 * field), ...varint(value)]; }

function varint(value) {
  const bytes = [];
  let left = BigInt.asUintN(64, BigInt(value));
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  return [...bytes, Number(left)];
}

// Streamlit remembers a theme that the reader chose for a page.
function dark() {
  try {
    const chosen = JSON.parse(localStorage.getItem(`stActiveTheme-${location.pathname}-v2`));
    if (chosen === "Dark" || chosen === "Light") return chosen === "Dark";
  } catch {} // what is kept cannot be read
  return matchMedia("(prefers-color-scheme: dark)").matches;
}
