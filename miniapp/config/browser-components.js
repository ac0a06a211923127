// Stands in for `@tarojs/components` in the browser build. A file of its own, because Taro's H5 runner cuts the imports
// of whatever module answers to that name down to a list of its own web components; an `export *` it leaves alone.
export * from '../src/ui/browser-elements';
