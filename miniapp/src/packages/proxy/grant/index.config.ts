export default definePageConfig({ navigationBarTitleText: '医保易办', enableShareAppMessage: true });
