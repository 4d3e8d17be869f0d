import type { ConfigProviderProps } from 'antd';
import imported from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';

type Locale = NonNullable<ConfigProviderProps['locale']>;

dayjs.locale('zh-cn');

/** antd's Chinese words. The module is CommonJS: bundlers hand over its default, Node the whole of it. */
export const locale: Locale = unwrap(imported);

function unwrap(module: Locale | { default: Locale }): Locale {
  return 'default' in module ? module.default : module;
}
