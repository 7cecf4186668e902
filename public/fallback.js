// When the app cannot start or breaks down: says so, and shows the records as
// a plain table from the dataset's file where the page has none.
(() => {
  const zh = navigator.language.toLowerCase().startsWith("zh");
  const pick = (chinese, english) => (zh ? chinese : english);
  let started = false;
  let failed = false;

  window.aidAtlasStarted = () => {
    started = true;
    document.getElementById("skeleton")?.remove();
  };

  window.aidAtlasFailed = (what) => {
    if (failed) return;
    failed = true;
    const whenReady = document.readyState === "loading" ? once("DOMContentLoaded") : Promise.resolve();
    whenReady.then(() => show(what));
  };

  const once = (event) => new Promise((done) => document.addEventListener(event, done, { once: true }));
  window.addEventListener("unhandledrejection", ({ reason }) => started || window.aidAtlasFailed(String(reason)));
  window.addEventListener("error", ({ message, filename }) => {
    if (!started && message) window.aidAtlasFailed(`${message} (${filename})`);
  });

  function element(name, text, children = []) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }

  async function show(what) {
    document.getElementById("skeleton")?.remove();
    const reload = element("button", pick("重新载入", "Reload"));
    reload.className = "button";
    reload.addEventListener("click", () => location.reload());
    const notice = element("div", "", [
      element("strong", pick("应用出错而停止。", "The app has stopped because of an error.")),
      element("p", pick("已显示的内容保留；重新载入可再试。", "What is on the page stays; reload it to try again.")),
      element("p", what.split("\n")[0]),
      reload,
    ]);
    notice.className = "failure";
    notice.id = "stopped";
    notice.setAttribute("role", "alert");
    document.body.prepend(notice);
    if (document.querySelector("table.records tbody tr")) return;
    try {
      const response = await fetch("dataset/beijing-lhasa.json");
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      notice.after(table(await response.json()));
    } catch (error) {
      const text = pick("数据文件也未能载入：", "The data file did not load either: ");
      notice.append(element("p", `${text}${error.message}`));
    }
  }

  function table({ title, records, documents }) {
    const words = (both) => (zh ? both.zh : both.en);
    const section = (source) =>
      documents.find(({ id }) => id === source.document)?.sections.find(({ id }) => id === source.section);
    const heads = zh ? ["标题", "数值", "说明", "出处"] : ["Title", "Figure", "Note", "Source"];
    const head = element("tr", "", heads.map((text) => element("th", text)));
    const rows = records.map(({ title: name, note, values, source }) => {
      const figures = values.map(({ amount, unit, qualifier }) => {
        const mark = qualifier === "exact" ? "" : `${words(QUALIFIERS[qualifier] ?? { zh: qualifier, en: qualifier })} `;
        return `${mark}${amount.toLocaleString("en")} ${words(UNITS[unit] ?? { zh: unit, en: unit })}`;
      });
      // One place in the source, or a list of them.
      const places = [source].flat().map((at) => {
        const found = section(at);
        const place = found ? words(found.title) : at.section;
        return pick(`${place}，第 ${at.paragraph} 段`, `${place}, paragraph ${at.paragraph}`);
      });
      const cells = [words(name), figures.join("; "), words(note), places.join(pick("；", "; "))];
      return element("tr", "", cells.map((text) => element("td", text)));
    });
    const made = element("table", "", [
      element("caption", words(title)),
      element("thead", "", [head]),
      element("tbody", "", rows),
    ]);
    made.className = "records";
    return made;
  }

  const both = (chinese, english) => ({ zh: chinese, en: english });
  const QUALIFIERS = {
    about: both("约", "about"),
    over: both("逾", "over"),
    nearly: both("近", "nearly"),
    at_least: both("不少于", "at least"),
    up_to: both("至多", "up to"),
    estimated: both("估算", "estimated"),
    expected: both("预期", "expected"),
  };
  const UNITS = {
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
