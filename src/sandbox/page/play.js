const query = (values) =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)).toString();

const json = async (response) => {
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
};

/** To look where one may not is an error, unlike a refused deed. */
const seen = (answer) => {
  if (answer?.ok === false) throw new Error(answer.why);
  return answer;
};

const get = (path, values = {}) =>
  fetch(`/play/${path}?${query(values)}`)
    .then(json)
    .then(seen);
const post = (path, body) =>
  fetch(`/play/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then(json);

/** `school`: `demo`, or `empty` where nothing is set up yet; `messengers`: what is played here. */
export const school = () => get('school');
export const people = () => get('people');
export const neighbours = (peer) => get('neighbours', { peer });
export const places = (as) => get('places', { as });
export const members = (as, peer) => get('members', { as, peer });
export const messages = (as, peer, { before, limit } = {}) => get('messages', { as, peer, before, limit });
export const journal = (as, peer, cmid) => get('journal', { as, peer, cmid });
export const broadcasts = () => get('broadcasts');
export const faults = (messenger) => get('faults', { messenger });
export const moves = () => get('moves');
export const setFaults = (messenger, body) => post('faults', { messenger, ...body });

/** What a person does; a refusal of the messenger is an answer `{ok: false, why}`. */
export const act = (as, what) => post('do', { as, ...what });

/** The place says which messenger keeps the file. */
export const upload = (as, peer, file) => {
  const form = new FormData();
  form.append('file', file, file.name);
  return fetch(`/play/upload?${query({ as, peer })}`, { method: 'POST', body: form }).then(json);
};

/** Tells everything this person would see, for as long as it is not closed; `onopen` also after every reconnection. */
export const listen = (as, { onevent, onopen, onlost }) => {
  const source = new EventSource(`/play/events?${query({ as })}`);
  source.onmessage = (event) => onevent(JSON.parse(event.data));
  source.onopen = onopen;
  source.onerror = onlost;
  return () => source.close();
};
