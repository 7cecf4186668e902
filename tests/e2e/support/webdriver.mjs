// A WebDriver client, as much of it as the tests of WebKit use:
// https://www.w3.org/TR/webdriver2/
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export class WebDriver {
  constructor(server, session) {
    this.base = `${server}/session/${session}`;
  }

  static async start(server, capabilities) {
    const { sessionId } = await call("POST", `${server}/session`, { capabilities: { alwaysMatch: capabilities } });
    return new WebDriver(server, sessionId);
  }

  goto = (url) => call("POST", `${this.base}/url`, { url });
  url = () => call("GET", `${this.base}/url`);
  back = () => call("POST", `${this.base}/back`, {});
  screenshot = async () => Buffer.from(await call("GET", `${this.base}/screenshot`), "base64");
  close = () => call("DELETE", this.base);
  resize = (width, height) => call("POST", `${this.base}/window/rect`, { width, height });

  // Runs a function in the page; what it returns must be plain data.
  evaluate = (work, ...args) =>
    call("POST", `${this.base}/execute/sync`, { script: `return (${work}).apply(null, arguments)`, args });

  click = async (selector) => call("POST", `${await this.find(selector)}/click`, {});
  type = async (selector, text) => call("POST", `${await this.find(selector)}/value`, { text });

  async find(selector) {
    const found = await call("POST", `${this.base}/element`, { using: "css selector", value: selector });
    return `${this.base}/element/${found[ELEMENT]}`;
  }

  // The left button, pressed at the first point of the window and let go at the last.
  drag = async (points) => {
    const moves = points.map(({ x, y }) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 50 }));
    const [first, ...rest] = moves;
    const actions = [first, { type: "pointerDown", button: 0 }, ...rest, { type: "pointerUp", button: 0 }];
    await call("POST", `${this.base}/actions`, {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  };
}

async function call(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${value?.error}: ${value?.message}`);
  return value;
}
