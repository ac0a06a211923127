import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { ariaAttributes } from './aria-attributes';
import CompressionPlugin from 'compression-webpack-plugin';
import { OfflineStart } from './offline-start';

/**
 * One source, two targets: `taro build --type h5` → dist/h5, `--type weapp` → dist/weapp.
 * YIBAN_API_BASE   where the WeChat build finds the BFF (the browser build asks its own origin)
 * YIBAN_OUTPUT     another folder to build into
 * YIBAN_GALLERY=1  adds the gallery of components, which no production build carries
 * YIBAN_WECHAT_SI=1 declares WeChat's speech plugin; only an appid that was granted it opens with it
 */
const target = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5';
const gallery = process.env.YIBAN_GALLERY === '1';
const outputRoot = process.env.YIBAN_OUTPUT ?? (gallery ? `dist/gallery-${target}` : `dist/${target}`);
const apiOrigin = target === 'h5' ? '' : (process.env.YIBAN_API_BASE ?? 'http://127.0.0.1:3000');

export default defineConfig({
  projectName: 'yiban',
  date: '2026-11-25',
  // Sizes are CSS pixels on both targets: type grows with --fs, not with the width of the screen.
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: target === 'weapp' ? [['@tarojs/plugin-inject', { components: ariaAttributes }]] : [],
  defineConstants: {
    API_ORIGIN: JSON.stringify(apiOrigin),
    WECHAT_SPEECH_PLUGIN: JSON.stringify(process.env.YIBAN_WECHAT_SI === '1'),
  },
  copy: {
    patterns: target === 'weapp' ? [{ from: 'native/', to: `${outputRoot}/` }] : [],
    options: {},
  },
  mini: {
    enableSourceMap: false,
    // What only one sub-package uses is shipped in that sub-package.
    optimizeMainPackage: { enable: true },
    // No style here depends on the order of files: what overrides is more specific.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    enableSourceMap: false,
    router: { mode: 'hash' },
    useHtmlComponents: true,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: false },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      // What pages share comes once, not with every page.
      chain.merge({
        optimization: {
          splitChunks: {
            cacheGroups: {
              kit: { name: 'kit', test: /[\\/]src[\\/]/, chunks: 'async', minChunks: 3, minSize: 0, priority: 30 },
            },
          },
        },
      });
      chain.plugin('offline-start').use(OfflineStart);
      for (const algorithm of ['gzip', 'brotliCompress'] as const) chain.plugin(algorithm).use(compressed(algorithm));
      chain.performance.hints(false); // sizes are checked by test/weapp and the bench, in gzip
      // Taro's own H5 components are Stencil web components (or an incomplete React set): ours are plain HTML
      // elements, a few hundred lines, so that the first screen stays small and semantics are the browser's own.
      chain.resolve.alias.set('@tarojs/components$', path.resolve(__dirname, 'browser-components.js'));
      chain.resolve.alias.set('@tarojs/components/dist/components$', path.resolve(__dirname, 'no-web-components.js'));
      const noStyles = path.resolve(__dirname, 'no-component-styles.css');
      chain.resolve.alias.set('@tarojs/components-react/dist/index.css$', noStyles);
      // Styles and a font of web components that are not here.
      chain.resolve.alias.set('@tarojs/components/dist/taro-components/taro-components.css$', noStyles);
    },
  },
});

/** The server hands these out as they lie there: nothing is compressed while somebody waits. */
function compressed(algorithm: 'gzip' | 'brotliCompress'): CompressionPlugin {
  const extension = algorithm === 'gzip' ? 'gz' : 'br';
  return new CompressionPlugin({
    algorithm,
    filename: `[path][base].${extension}`,
    test: /\.(js|css|html)$/,
    // Written last, when the names of all files are known.
    exclude: 'service-worker.js',
  });
}
