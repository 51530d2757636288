/** Where VK keeps what people send; each with everything below it. Documents begin at vk.com and are redirected to a store. */
export const FILE_HOSTS: readonly string[] = [
  'vk.com',
  'vk.ru',
  'vk.me',
  'userapi.com',
  'vkuserphoto.ru',
  'vkuseraudio.net',
];

const below = (host: string, parent: string): boolean => host === parent || host.endsWith(`.${parent}`);

/** Whether a file may be fetched from there: VK by https on its usual port, or the very server of `apiUrl`. */
export const mayFetch = (url: URL, apiUrl: string): boolean => {
  if (url.username !== '' || url.password !== '') return false;
  if (url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && url.port === '' && FILE_HOSTS.some((host) => below(url.hostname, host));
};
