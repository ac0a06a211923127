// `npm run build:weapp`: the folder that WeChat DevTools opens.
import './setup/node-version.mjs';
import { onStopRequest, stopAllChildren } from './setup/children.mjs';
import { explain } from './setup/failure.mjs';
import { setUp } from './setup/set-up.mjs';

onStopRequest(async () => {
  await stopAllChildren();
  process.exit(130);
});

try {
  await setUp(['weapp']);
  console.log('The WeChat build is in miniapp/dist/weapp. In WeChat DevTools (微信开发者工具) choose Import 导入 and');
  console.log('the folder miniapp/: its project.config.json points to the build and to a test appid.');
} catch (error) {
  console.error(`\n${explain(error)}`);
  await stopAllChildren();
  process.exit(1);
}
