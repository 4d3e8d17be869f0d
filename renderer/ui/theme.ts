import type { ThemeConfig } from 'antd';

/** Colours of the workstation: greys for what is, ink-blue for what can be done, red for errors alone. */
export const colours = {
  ink: '#1f4b8f',
  inkSoft: '#e8eef7',
  text: '#1d2129',
  textSoft: '#5c6470',
  line: '#dcdfe4',
  lineSoft: '#ebedf0',
  ground: '#f4f5f7',
  paper: '#ffffff',
  error: '#b42318',
  doubt: '#94500a',
  right: '#1b7f4b',
} as const;

/** antd in the office's clothes: 14 px, flat, dense, without movement. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.ink,
    colorInfo: colours.ink,
    colorLink: colours.ink,
    colorError: colours.error,
    colorWarning: colours.doubt,
    colorSuccess: colours.right,
    colorText: colours.text,
    colorTextSecondary: colours.textSoft,
    colorTextPlaceholder: '#6b7280',
    colorBorder: colours.line,
    colorBorderSecondary: colours.lineSoft,
    colorBgLayout: colours.ground,
    fontSize: 14,
    fontFamily: "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
    borderRadius: 4,
    controlHeight: 30,
    controlHeightSM: 26,
    motion: false,
    boxShadow: '0 0 0 1px #dcdfe4',
    boxShadowSecondary: '0 4px 16px rgb(0 0 0 / 12%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', paddingInline: 12 },
    Tabs: { horizontalMargin: '0', horizontalItemPadding: '8px 0', horizontalItemGutter: 20 },
    Table: { cellPaddingBlock: 6, cellPaddingInline: 8, headerBg: colours.ground },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
};
