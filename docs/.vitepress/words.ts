import type { DefaultTheme, LocaleSpecificConfig } from 'vitepress';
import { sidebarOf } from './sidebar.ts';

type Language = LocaleSpecificConfig<DefaultTheme.Config> & { label: string };

export const english: Language = {
  label: 'English',
  lang: 'en',
  description: 'The pages about the comment service',
  themeConfig: {
    sidebar: sidebarOf(''),
    outline: { level: [2, 3], label: 'On this page' },
    notFound: {
      title: 'NO SUCH PAGE',
      quote: 'Its address has changed, or there never was one.',
      linkLabel: 'to the first page',
      linkText: 'To the first page',
    },
  },
};

export const vietnamese: Language = {
  label: 'Tiếng Việt',
  lang: 'vi',
  description: 'Tài liệu của dịch vụ bình luận',
  themeConfig: {
    sidebar: sidebarOf('vi/'),
    outline: { level: [2, 3], label: 'Trong trang này' },
    docFooter: { prev: 'Trang trước', next: 'Trang sau' },
    sidebarMenuLabel: 'Mục lục',
    returnToTopLabel: 'Lên đầu trang',
    langMenuLabel: 'Đổi ngôn ngữ',
    skipToContentLabel: 'Đến nội dung',
    darkModeSwitchLabel: 'Giao diện',
    lightModeSwitchTitle: 'Chuyển sang nền sáng',
    darkModeSwitchTitle: 'Chuyển sang nền tối',
    notFound: {
      title: 'KHÔNG CÓ TRANG NÀY',
      quote: 'Địa chỉ đã đổi, hoặc trang này chưa có bản tiếng Việt.',
      linkLabel: 'về trang đầu',
      linkText: 'Về trang đầu',
    },
  },
};
