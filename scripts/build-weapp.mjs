// `npm run build:weapp`: the folder that WeChat DevTools opens.
import './setup/node-version.mjs';
import { runCommandLine } from './setup/command-line.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommandLine(async () => {
  await setUp(['weapp']);
  console.log('The WeChat build is in miniapp/dist/weapp. In WeChat DevTools (微信开发者工具) choose Import 导入 and');
  console.log('the folder miniapp/: its project.config.json points to the build and to a test appid.');
  return 0;
});
