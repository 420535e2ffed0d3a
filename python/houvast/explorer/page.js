// The explorer on a page of its own: every network is in the page, so nothing has to be asked. Comes after explorer.js.

const found = JSON.parse(document.getElementById("houvast-map").textContent);
const heard = { "change:view": [], "change:scenario": [], "msg:custom": [] };
const state = { frame: found.frame, view: found.views[found.first], scenario: {} };
const fire = (event) => heard[event].forEach((act) => act());

const model = {
  get: (name) => state[name],
  on: (event, act) => heard[event].push(act),
  off: (event, act) => (heard[event] = heard[event].filter((each) => each !== act)),
  send({ wave, relation }) {
    const asked = found.views[`${wave}/${relation}`];
    state.scenario = asked.problem ? asked : {};
    if (!asked.problem) state.view = asked;
    fire("change:view");
    fire("msg:custom");
  },
};

render({ model, el: document.getElementById("houvast-explorer") });
