// Until the app has something to show, and when it cannot: says in words what
// is the matter, and shows the records as a plain table. ECMAScript 5 and
// XMLHttpRequest, as Internet Explorer 11 has them: it must run where the app
// does not. The build minifies it and refuses later syntax.
(function () {
  "use strict";
  var BUILT_IN = "dataset/beijing-lhasa.json";
  // Without a sign of life for so long, in milliseconds, readers get the table.
  var PATIENCE = 20000;

  // A program that uses reference types, the newest that the app's needs.
  var REFERENCES = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11];

  var LOADING = 0;
  var STARTED = 1;
  var FAILED = 2;
  var state = LOADING;
  var brokeDown = false;
  // What this script has put on the page.
  var shown = [];
  // What may be the reason when the app does not come, and may be none.
  var suspect = "";

  var scripts = document.getElementsByTagName("script");
  // An extension may have put scripts of its own behind this one.
  var own = document.currentScript || scripts[scripts.length - 1];
  var folder = own.src.replace(/[^\/]*$/, "");

  // As the app reads links: any letter case, `&amp;` for `&`, the last holds.
  function parameter(name) {
    var found = null;
    location.search.slice(1).split(/&|;/).forEach(function (part) {
      var text = unescaped(part).replace(/^(amp;|\s)+/i, "");
      if (text.toLowerCase().indexOf(name + "=") === 0) found = text.slice(name.length + 1).trim();
    });
    return found;
  }

  function unescaped(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, " "));
    } catch (_) {
      return text;
    }
  }

  var asked = (parameter("lang") || "").toLowerCase().split(/[-_]/)[0];
  var zh = asked === "zh" || (asked !== "en" && /^zh/i.test(navigator.language || ""));
  function pick(chinese, english) {
    return zh ? chinese : english;
  }

  // To the page around an embedded view: the protocol is in docs/embed.md.
  function post(type, message) {
    if (window.parent === window || parameter("embed") === null) return;
    var all = { aidAtlas: 1, type: type };
    if (message) all.message = message;
    window.parent.postMessage(all, "*");
  }
  post("loading");

  // The app's own program, and nothing else that runs in the page: extensions,
  // in-app browsers and other tools report their errors here too. What charts.js
  // and tools.js lack the app says itself.
  function isOurs(address) {
    if (!address || address.indexOf(folder) !== 0) return false;
    return /^(aid-atlas[^\/]*|start)\.(js|wasm)\b/.test(address.slice(folder.length));
  }

  function namesOurs(error) {
    return String((error && error.stack) || "").split(/[\s()@]+/).some(isOurs);
  }

  var timer = setTimeout(late, PATIENCE);

  window.aidAtlasProgress = function (bytes) {
    clearTimeout(timer);
    timer = setTimeout(late, PATIENCE);
    var words = (bytes / 1e6).toFixed(1) + " MB";
    window.aidAtlasLoading(pick("正在载入程序：", "Loading the program: ") + words);
  };

  window.aidAtlasLoading = function (words) {
    var line = document.getElementById("loading");
    if (line) line.textContent = words;
  };

  // From here on the app speaks for itself, and keeps its own time limits.
  window.aidAtlasRunning = function () {
    clearTimeout(timer);
  };

  // There is something to see, whatever was said before.
  window.aidAtlasStarted = function () {
    clearTimeout(timer);
    if (brokeDown) return;
    state = STARTED;
    clear();
  };

  // The program broke down.
  window.aidAtlasFailed = function (what) {
    brokeDown = true;
    fail(pick("应用出错而停止。", "The app has stopped because of an error."), [
      pick("已显示的内容保留；重新载入可再试。", "What is on the page stays; reload it to try again."),
      what.split("\n")[0],
    ]);
  };

  // The program did not come, or cannot run here.
  window.aidAtlasNotStarted = function (what) {
    if (state !== LOADING) return;
    var reason = isTooOld(what)
      ? TOO_OLD
      : pick(
          "应用的文件缺失、服务器回应了别的内容，或被安全策略、浏览器扩展拦截。",
          "A file of the app is missing, was answered with something else, or is blocked by a policy or an extension.",
        );
    fail(UNSTARTED, [reason, what.split("\n")[0]]);
  };

  // Whether it is the browser that cannot read the program. What begins with
  // "<" is a page in the program's place, which no browser reads.
  function isTooOld(what) {
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
  } else if (!("noModule" in scripts[0])) {
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
      var target = event.target;
      if (target && target.nodeName) {
        if (target.nodeName === "SCRIPT" && isOurs(target.src)) window.aidAtlasNotStarted(target.src);
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

  function hear(message, error, ours) {
    if (!ours) return;
    if (state === LOADING) window.aidAtlasNotStarted(message);
    // A program that trapped answers no more, even where it could not say so.
    else if (state === STARTED && error && error.name === "RuntimeError") window.aidAtlasFailed(message);
  }

  function fail(title, lines) {
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

  function late() {
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
  function whenBody(then) {
    if (document.body) then();
    else document.addEventListener("DOMContentLoaded", then);
  }

  function clear() {
    var skeleton = document.getElementById("skeleton");
    if (skeleton) shown.push(skeleton);
    shown.forEach(function (node) {
      if (node.parentNode) node.parentNode.removeChild(node);
    });
    shown = [];
  }

  function element(name, text, children) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    (children || []).forEach(function (child) {
      made.appendChild(child);
    });
    return made;
  }

  function say(id, role, title, lines) {
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
      function (dataset) {
        // The app may have come meanwhile.
        if (notice.parentNode) put(table(dataset), notice.nextSibling);
      },
      function (file, why) {
        var link = element("a", file);
        link.href = file;
        var text = pick("数据文件也未能载入：", "The data file did not load either: ") + why + " ";
        notice.appendChild(element("p", text, [link]));
      },
    );
  }

  function put(node, before) {
    shown.push(node);
    document.body.insertBefore(node, before);
  }

  // The records of the dataset that the link asks for, not of another.
  function load(then, otherwise) {
    var wanted = parameter("dataset");
    var below = wanted && /^[\w.\/-]+$/.test(wanted) && !/^\/|\.\.|\/\//.test(wanted);
    var file = below ? wanted : BUILT_IN;
    var give = function (text) {
      try {
        then(typeof text === "string" ? JSON.parse(text) : text);
      } catch (error) {
        otherwise(file, error.message);
      }
    };
    var request = new XMLHttpRequest();
    request.open("GET", file);
    request.timeout = PATIENCE;
    request.onload = function () {
      if (request.status === 200) give(request.responseText);
      else refused("HTTP " + request.status);
    };
    request.onerror = function () {
      refused(pick("无法读取", "it cannot be read"));
    };
    request.ontimeout = function () {
      refused(pick("没有回应", "no answer"));
    };
    request.send();

    // From the disk, and under some policies, a page may not read files but may
    // run scripts.
    function refused(why) {
      if (file !== BUILT_IN) return otherwise(file, why);
      var script = element("script");
      script.src = "records.js";
      script.onload = function () {
        give(window.aidAtlasRecords);
      };
      script.onerror = function () {
        otherwise(file, why);
      };
      document.head.appendChild(script);
    }
  }

  function words(text) {
    return zh ? text.zh : text.en;
  }

  function word(list, name) {
    return list[name] ? words(list[name]) : name;
  }

  function named(list, id) {
    return (list || []).filter(function (item) {
      return item.id === id;
    })[0];
  }

  function table(dataset) {
    var row = function (name, cells) {
      return element("tr", "", cells.map(function (text) {
        return element(name, text);
      }));
    };
    var rows = dataset.records.map(function (record) {
      var figures = (record.values || []).map(function (value) {
        var mark = value.qualifier === "exact" ? "" : word(QUALIFIERS, value.qualifier) + " ";
        return mark + value.amount.toLocaleString("en") + " " + word(UNITS, value.unit);
      });
      // One place in the source, or a list of them.
      var places = [].concat(record.source).map(function (at) {
        var source = named(dataset.documents, at.document);
        var section = source && named(source.sections, at.section);
        var place = section ? words(section.title) : at.section;
        return pick(place + "，第 " + at.paragraph + " 段", place + ", paragraph " + at.paragraph);
      });
      return row("td", [words(record.title), figures.join("; "), words(record.note), places.join(pick("；", "; "))]);
    });
    var heads = zh ? ["标题", "数值", "说明", "出处"] : ["Title", "Figure", "Note", "Source"];
    var made = element("table", "", [
      element("caption", words(dataset.title)),
      element("thead", "", [row("th", heads)]),
      element("tbody", "", rows),
    ]);
    made.className = "records";
    made.lang = pick("zh-Hans", "en");
    made.setAttribute("translate", "yes");
    return made;
  }

  function both(chinese, english) {
    return { zh: chinese, en: english };
  }
  var QUALIFIERS = {
    about: both("约", "about"),
    over: both("逾", "over"),
    nearly: both("近", "nearly"),
    at_least: both("不少于", "at least"),
    up_to: both("至多", "up to"),
    estimated: both("估算", "estimated"),
    expected: both("预期", "expected"),
  };
  var UNITS = {
    yuan: both("元", "yuan"),
    "yuan-per-person": both("元/人", "yuan per person"),
    "yuan-per-person-day": both("元/人·天", "yuan per person and day"),
    "yuan-per-household": both("元/户", "yuan per household"),
    "yuan-per-household-year": both("元/户·年", "yuan per household and year"),
    "yuan-per-project": both("元/个项目", "yuan per project"),
    "yuan-per-job": both("元/岗位", "yuan per job"),
    persons: both("人", "persons"),
    "person-times": both("人次", "person-times"),
    "persons-per-household": both("人/户", "persons per household"),
    "persons-per-class": both("人/班", "persons per class"),
    households: both("户", "households"),
    projects: both("个项目", "projects"),
    percent: both("%", "%"),
    times: both("倍", "times"),
    areas: both("个区域", "areas"),
    hospitals: both("家医院", "hospitals"),
    departments: both("个学科", "departments"),
    classes: both("个班级", "classes"),
    courses: both("期", "courses"),
    events: both("场", "events"),
    agreements: both("份", "agreements"),
    documents: both("份文件", "documents"),
    units: both("家单位", "units"),
    years: both("年", "years"),
    items: both("项", "items"),
    rank: both("（名次）", "(rank)"),
    "rank-from-last": both("（倒数名次）", "(rank from the last)"),
  };
})();
