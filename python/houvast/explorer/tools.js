// What the explorer draws with: elements whose words are text, a picture that can be brought nearer, and one to keep.

const SVG = "http://www.w3.org/2000/svg";
const NODE = 11;
const LETTER = 0.7; // width of a letter of words on the map, beside its size
let made = 0; // ids of several explorers on one page stay apart

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  return fill(node, attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null)); // a string becomes a text node
  return node;
}

// Replaces what a part of the page holds; null is nothing.
function put(node, ...children) {
  node.replaceChildren(...children.filter((child) => child !== null));
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

// Where words around a place stand: left, top, right and bottom.
function room(text, x, y, size) {
  const half = (text.length * LETTER * size) / 2;
  return [x - half, y - size, x + half, y + 0.3 * size];
}

const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

// Lets a picture be brought nearer and moved: by buttons, by + - 0, by the wheel with Ctrl, and by dragging.
// `centre` is where to go nearer to, when there is such a place.
function zoomable(changed, centre) {
  const MOST = 8;
  let svg = null;
  let whole = [1, 1];
  let box = null; // x, y, width, height of what is seen; null: everything

  const seen = () => box ?? [0, 0, ...whole];
  const scale = () => whole[0] / seen()[2];

  function show() {
    svg.setAttribute("viewBox", seen().join(" "));
    svg.classList.toggle("moves", box !== null);
    changed();
  }

  function by(factor, at = null) {
    const [x, y, wide, high] = seen();
    const to = Math.min(Math.max(wide / factor, whole[0] / MOST), whole[0]);
    if (to >= whole[0]) return everything();
    const part = to / wide;
    if (at) return move(at[0] - (at[0] - x) * part, at[1] - (at[1] - y) * part, to);
    const [middleX, middleY] = centre() ?? [x + wide / 2, y + high / 2];
    return move(middleX - to / 2, middleY - (high * part) / 2, to);
  }

  function move(x, y, wide) {
    const high = (whole[1] * wide) / whole[0];
    box = [Math.min(Math.max(x, 0), whole[0] - wide), Math.min(Math.max(y, 0), whole[1] - high), wide, high];
    show();
  }

  function everything() {
    box = null;
    show();
  }

  function place(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [at.x, at.y];
  }

  function drag(event) {
    if (box === null || event.buttons !== 1) return;
    const unit = box[2] / svg.clientWidth;
    move(box[0] - event.movementX * unit, box[1] - event.movementY * unit, box[2]);
  }

  function wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
    event.preventDefault();
    by(event.deltaY < 0 ? 1.2 : 1 / 1.2, place(event));
  }

  function key(event) {
    const act = { "+": () => by(1.5), "=": () => by(1.5), "-": () => by(1 / 1.5), 0: everything }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  function attach(picture, size) {
    if (size[0] !== whole[0] || size[1] !== whole[1]) box = null;
    [svg, whole] = [picture, size];
    svg.addEventListener("pointermove", drag);
    svg.addEventListener("wheel", wheel, { passive: false });
    svg.addEventListener("keydown", key);
    show();
  }

  return { attach, by, whole: everything, scale };
}

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity", "visibility"];
const WRITTEN = ["font-family", "font-size", "font-weight", "text-anchor", "paint-order"];

// A copy of a picture that needs no style sheet, with lines of words above it.
function standalone(svg, root, lines) {
  const copy = svg.cloneNode(true);
  const [from, to] = [svg, copy].map((one) => [...one.querySelectorAll("*")]);
  to.forEach((node, at) => {
    const style = getComputedStyle(from[at]);
    for (const name of [...KEPT, ...WRITTEN]) node.setAttribute(name, style.getPropertyValue(name));
    for (const name of node.getAttributeNames()) if (/^(aria-|data-|class|role|tabindex)/.test(name)) node.removeAttribute(name);
  });
  const [x, y, wide, high] = svg.getAttribute("viewBox").split(" ").map(Number);
  const unit = wide / 1000;
  const above = (lines.length * 24 + 16) * unit;
  const { backgroundColor, color, fontFamily } = getComputedStyle(root);
  const written = lines.map((text, at) =>
    draw("text", { x: x + 10 * unit, y: y - above + (24 * at + 28) * unit, fill: color, "font-family": fontFamily, "font-size": 17 * unit }, text),
  );
  copy.prepend(draw("rect", { x, y: y - above, width: wide, height: high + above, fill: backgroundColor }), ...written);
  for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
  const size = { viewBox: `${x} ${y - above} ${wide} ${high + above}`, width: 1400, height: Math.round((1400 * (high + above)) / wide) };
  fill(copy, { xmlns: SVG, ...size }, []);
  return { text: new XMLSerializer().serializeToString(copy), ...size };
}

function download(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Keeps what is seen as a file, with whom it is for on it.
function keepPicture(svg, root, lines, ending) {
  const kept = standalone(svg, root, lines);
  const name = `houvast-intern.${ending}`;
  if (ending === "svg") return download(new Blob([kept.text], { type: "image/svg+xml" }), name);
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = make("canvas", { width: kept.width * 2, height: kept.height * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download(blob, name), "image/png");
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(kept.text)}`;
}
