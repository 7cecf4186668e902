// Until the app has something to show, and when it cannot: says in words what
// is the matter, and shows the records as a plain table. ECMAScript 5 and
// XMLHttpRequest, as Internet Explorer 11 has them: it must run where the app
// does not. The build minifies it and refuses later syntax.
import { type Message, PROTOCOL } from "../generated/names.ts";
import { trustOnlyOurs } from "../trusted.ts";
import { element } from "./element.ts";
import { showFirst } from "./first.ts";
import { parameter, pick } from "./link.ts";
import { applyPolicy } from "./policy.ts";
import { load } from "./table.ts";

applyPolicy();
trustOnlyOurs();

// Without a sign of life for so long, in milliseconds, readers get the table.
var PATIENCE = 20000;

// A program that uses reference types, the newest that the app's needs.
var REFERENCES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11];

var LOADING = 0;
var STARTED = 1;
var FAILED = 2;
var state: number = LOADING;
var brokeDown = false;
// What this script has put on the page.
var shown: Node[] = [];
// What may be the reason when the app does not come, and may be none.
var suspect = "";

var scripts = document.getElementsByTagName("script");
// An extension may have put scripts of its own behind this one.
var own = (document.currentScript || scripts[scripts.length - 1]) as HTMLScriptElement;
var folder = own.src.replace(/[^/]*$/, "");

// To the page around an embedded view: the protocol is in docs/embed.md.
function post(type: Message, message?: string): void {
  if (window.parent === window || parameter("embed") === null) return;
  var all: { aidAtlas: number; type: Message; message?: string } = {
    aidAtlas: PROTOCOL,
    type: type,
  };
  if (message) all.message = message;
  window.parent.postMessage(all, "*");
}
post("loading");
showFirst();

// The app's own program, and nothing else that runs in the page: extensions,
// in-app browsers and other tools report their errors here too. What charts.js
// and tools.js lack the app says itself.
function isOurs(address: string): boolean {
  if (!address || address.indexOf(folder) !== 0) return false;
  return /^(aid-atlas[^/]*|start)\.(js|wasm)\b/.test(address.slice(folder.length));
}

function namesOurs(error: unknown): boolean {
  return String((error && (error as Error).stack) || "")
    .split(/[\s()@]+/)
    .some(isOurs);
}

var timer = setTimeout(late, PATIENCE);

window.aidAtlasProgress = function (bytes) {
  clearTimeout(timer);
  timer = setTimeout(late, PATIENCE);
  var words = (bytes / 1e6).toFixed(1) + " MB";
  tellLoading(pick("正在载入程序：", "Loading the program: ") + words);
};

function tellLoading(words: string): void {
  var line = document.getElementById("loading");
  if (line) line.textContent = words;
}
window.aidAtlasLoading = tellLoading;

// From here on the app speaks for itself, and keeps its own time limits.
window.aidAtlasRunning = function () {
  clearTimeout(timer);
};

// There is something to see, whatever was said before.
window.aidAtlasStarted = function () {
  clearTimeout(timer);
  if (brokeDown) return;
  state = STARTED;
  keepMap();
  clear();
};

// The app's map waits for its outlines: until they have come the drawn one stays.
function keepMap(): void {
  var place = document.querySelector("#map-panel .skeleton");
  if (!place) return;
  // What was drawn before the program is there for the page's width alone. Which of the
  // pictures is shown only the layout tells, and it is of a whole new page.
  var live = document.querySelector("#skeleton .first-map .first-live");
  var pictures = live ? [live] : document.querySelectorAll("#skeleton .first-map .map-main > svg");
  var shown: Element | undefined = [].filter.call(pictures, function (map: Element) {
    return map === live || map.getBoundingClientRect().width > 0;
  })[0];
  if (!shown) return;
  place.className = "first";
  place.appendChild(shown);
}

// The program broke down.
window.aidAtlasFailed = tellFailed;
function tellFailed(what: string): void {
  brokeDown = true;
  fail(pick("应用出错而停止。", "The app has stopped because of an error."), [
    pick("已显示的内容保留；重新载入可再试。", "What is on the page stays; reload it to try again."),
    firstLine(what),
  ]);
}

function firstLine(what: string): string {
  return what.split("\n")[0] || "";
}

// The program did not come, or cannot run here.
function tellNotStarted(what: string): void {
  if (state !== LOADING) return;
  var reason = isTooOld(what)
    ? TOO_OLD
    : pick(
        "应用的文件缺失、服务器回应了别的内容，或被安全策略、浏览器扩展拦截。",
        "A file of the app is missing, was answered with something else, or is blocked by a policy or an extension.",
      );
  fail(UNSTARTED, [reason, firstLine(what)]);
}
window.aidAtlasNotStarted = tellNotStarted;

// Whether it is the browser that cannot read the program. What begins with
// "<" is a page in the program's place, which no browser reads.
function isTooOld(what: string): boolean {
  if (/SyntaxError/.test(what)) return !/['"‘“`]<['"’”`]/.test(what);
  return /CompileError/.test(what) && !WebAssembly.validate(new Uint8Array(REFERENCES));
}

var UNSTARTED = pick("应用未能启动。", "The app could not start.");
var TOO_OLD = pick("浏览器版本过旧，请更新或换用其他浏览器。", "This browser is too old: update it or use another.");

if (location.protocol === "file:") {
  fail(UNSTARTED, [
    pick(
      "浏览器不允许从磁盘直接打开应用。请用任一网页服务器打开所在文件夹，例如运行 python3 -m http.server，再访问 http://localhost:8000/。",
      "Browsers do not let the app run straight from the disk. Serve its folder with any web server, for instance python3 -m http.server, and open http://localhost:8000/.",
    ),
  ]);
} else if (!("noModule" in own)) {
  fail(UNSTARTED, [TOO_OLD]);
} else if (typeof WebAssembly !== "object") {
  fail(UNSTARTED, [
    pick(
      "浏览器没有 WebAssembly，或已将其关闭（例如锁定模式）。",
      "This browser has no WebAssembly, or it is turned off, as in lockdown mode.",
    ),
  ]);
}

// Captures, for a script that does not load tells only its own element.
window.addEventListener(
  "error",
  function (event) {
    var target = event.target as Partial<HTMLScriptElement> | null;
    if (target && target.nodeName) {
      if (target.nodeName === "SCRIPT" && target.src && isOurs(target.src)) tellNotStarted(target.src);
      return;
    }
    hear(event.message, event.error, isOurs(event.filename) || namesOurs(event.error));
  },
  true,
);
window.addEventListener("unhandledrejection", function (event) {
  hear(String(event.reason), event.reason, namesOurs(event.reason));
});
document.addEventListener("securitypolicyviolation", function (event) {
  suspect = suspect || event.violatedDirective + ": " + event.blockedURI;
});

function hear(message: string, error: unknown, ours: boolean): void {
  if (!ours) return;
  if (state === LOADING) tellNotStarted(message);
  // A program that trapped answers no more, even where it could not say so.
  else if (state === STARTED && error && (error as Error).name === "RuntimeError") tellFailed(message);
}

function fail(title: string, lines: string[]): void {
  if (state === FAILED) return;
  var before = state;
  state = FAILED;
  clearTimeout(timer);
  post("error", [title].concat(lines).join(" "));
  whenBody(function () {
    // What the app has drawn is not ours to take away.
    if (before === LOADING) clear();
    say("stopped", "alert", title, lines);
  });
}

function late(): void {
  // A style sheet that does not come keeps the page blank, and scripts waiting.
  [].slice.call(document.querySelectorAll("link[rel=stylesheet]")).forEach(function (link: HTMLLinkElement) {
    if (!link.sheet && link.parentNode) link.parentNode.removeChild(link);
  });
  whenBody(function () {
    clear();
    say("late", "status", pick("应用还没有启动。", "The app has not started yet."), [
      pick(
        "可能仍在载入，完成后会自动显示；在此之前可以看记录表。",
        "It may still be loading and will show itself then; meanwhile here are the records.",
      ),
      suspect,
    ]);
  });
}

// Scripts that hang keep the document from being ready: its body will do.
function whenBody(then: () => void): void {
  if (document.body) then();
  else document.addEventListener("DOMContentLoaded", then);
}

function clear(): void {
  var skeleton = document.getElementById("skeleton");
  if (skeleton) shown.push(skeleton);
  shown.forEach(function (node) {
    if (node.parentNode) node.parentNode.removeChild(node);
  });
  shown = [];
}

function say(id: string, role: string, title: string, lines: string[]): void {
  var reload = element("button", pick("重新载入", "Reload"));
  reload.className = "button";
  reload.addEventListener("click", function () {
    location.reload();
  });
  var words = lines.filter(Boolean).map(function (line) {
    return element("p", line);
  });
  var notice = element("div", "", [element("strong", title)].concat(words, reload));
  notice.className = "failure";
  notice.id = id;
  notice.lang = pick("zh-Hans", "en");
  notice.setAttribute("role", role);
  notice.setAttribute("translate", "yes");
  put(notice, document.body.firstChild);
  if (document.querySelector("table.records tbody tr")) return;
  load(
    function (table) {
      // The app may have come meanwhile.
      if (notice.parentNode) put(table, notice.nextSibling);
    },
    function (file, why) {
      var link = document.createElement("a");
      link.href = link.textContent = file;
      var text = pick("数据文件也未能载入：", "The data file did not load either: ") + why + " ";
      notice.appendChild(element("p", text, [link]));
    },
  );
}

function put(node: Node, before: Node | null): void {
  shown.push(node);
  document.body.insertBefore(node, before);
}
