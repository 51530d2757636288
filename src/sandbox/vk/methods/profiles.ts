import { refuse } from '../refused.js';
import type { Neighbour, Person } from '../state.js';
import type { World } from '../world.js';
import type { Method } from './method.js';

/** «Петров Денис Олегович» → surname and first name; VK knows no patronymics. */
export const userOut = ({ id, name, screenName }: Person): object => {
  const [last = '', first = ''] = name.split(' ');
  return {
    id,
    first_name: first,
    last_name: last,
    can_access_closed: true,
    is_closed: false,
    screen_name: screenName ?? `id${id}`,
  };
};

export const groupOut = (world: World): object => {
  const { id, title, screenName } = world.state.community;
  return { id, name: title, screen_name: screenName, is_closed: 0, type: 'group' };
};

export const neighbourOut = ({ id, title }: Neighbour): object => ({
  id: -id,
  name: title,
  screen_name: `club${-id}`,
  is_closed: 0,
  type: 'group',
});

const find = (world: World, word: string): Person | undefined =>
  world.state.people.find(({ id, screenName }) => word === String(id) || word === `id${id}` || word === screenName);

export const getUsers: Method = ({ world, params }) =>
  params.words('user_ids', 1000).flatMap((word) => {
    const person = find(world, word);
    return person ? [userOut(person)] : [];
  });

/** Without parameters: the token's own community. */
export const getGroups: Method = ({ world, params }) => {
  const { id, screenName } = world.state.community;
  const asked = [...params.words('group_ids', 500), ...params.words('group_id', 1)];
  const own = [String(id), `club${id}`, screenName];
  if (!asked.every((word) => own.includes(word))) refuse(100, 'group_ids is undefined');
  return { groups: [groupOut(world)], profiles: [] };
};

/** VK answers an empty list, not an object, when nobody has the name. */
export const resolveScreenName: Method = ({ world, params }) => {
  const word = params.text('screen_name');
  if (word === '') refuse(100, 'screen_name is undefined');
  const { id, screenName } = world.state.community;
  if ([screenName, `club${id}`, `public${id}`].includes(word)) return { type: 'group', object_id: id, group_id: id };
  const person = find(world, word);
  return person ? { type: 'user', object_id: person.id } : [];
};

export const getServerTime: Method = ({ world }) => Math.floor(world.now() / 1000);
