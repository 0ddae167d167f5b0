import type { DefaultTheme } from 'vitepress';

/** Words are found with their marks or without, as they are typed; who types marks finds those words first. */
export const search: DefaultTheme.Config['search'] = {
  provider: 'local',
  options: {
    miniSearch: {
      // It is sent to the browser as its text, so that it stands by itself.
      options: {
        processTerm: (term) => {
          const word = term.normalize('NFC').toLowerCase();
          const bare = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
          return word === bare ? word : [word, bare];
        },
      },
      searchOptions: {
        combineWith: 'AND',
        prefix: true,
        fuzzy: (term) => (term.length > 5 ? 0.2 : false),
        boost: { title: 8, titles: 2, text: 1 },
        // A page about something stands before the part of another that is about it too.
        boostDocument: (_, __, { titles } = {}) => (Array.isArray(titles) && titles.length > 0 ? 1 : 2),
      },
    },
    locales: {
      vi: {
        translations: {
          button: { buttonText: 'Tìm', buttonAriaLabel: 'Tìm trong tài liệu' },
          modal: {
            displayDetails: 'Hiện cả đoạn văn',
            resetButtonTitle: 'Xóa từ tìm',
            backButtonTitle: 'Đóng ô tìm',
            noResultsText: 'Không tìm thấy',
            footer: {
              selectText: 'chọn',
              selectKeyAriaLabel: 'phím Enter',
              navigateText: 'di chuyển',
              navigateUpKeyAriaLabel: 'phím mũi tên lên',
              navigateDownKeyAriaLabel: 'phím mũi tên xuống',
              closeText: 'đóng',
              closeKeyAriaLabel: 'phím Escape',
            },
          },
        },
      },
    },
  },
};
