import type { ReactNode } from 'react';
import { readableInWords } from '../../../shared/contract/readable.ts';

interface Chapter {
  id: string;
  title: string;
  text: ReactNode;
}

/** What an editor needs to know, in the order of the work. */
export const chapters: readonly [Chapter, ...Chapter[]] = [
  {
    id: 'job',
    title: '从来稿到付印',
    text: (
      <ol>
        <li>
          <strong>收稿。</strong>在“来稿”里把单位发来的文件（{readableInWords}）
          拖进窗口，或粘贴、补录。一个文件里有几条会自动拆开，单位按登记的名称自动认出；认不准的会问您。原文始终保留，不会改动。
        </li>
        <li>
          <strong>选稿。</strong>逐条看：<kbd>A</kbd> 预采用，<kbd>H</kbd> 留用，<kbd>R</kbd> 退改，<kbd>X</kbd>{' '}
          不采用；<kbd>J</kbd> <kbd>K</kbd> 下一条、上一条。每一步都能撤销，直到该期签发。
        </li>
        <li>
          <strong>改稿。</strong>
          在“稿件”里改标题和正文，一秒内自动保存，每一稿都留底。几条说一件事的可以合并，各单位都署名。
        </li>
        <li>
          <strong>编期。</strong>“编期”里新编一期：从左边的预采用选稿，在中间排次序，右边就是将要印出的页面，随改随变。
        </li>
        <li>
          <strong>送审、签发。</strong>编好后送审；审核人看版，可退回并写明要改什么；签发时取期号，内容从此固定。
        </li>
        <li>
          <strong>导出、付印。</strong>一次导出 PDF、DOCX、TXT 和分发单。付印用 PDF，从 PDF 的打印里按“实际大小”打印。
        </li>
        <li>
          <strong>发送。</strong>按分发单装封，点“发送”；送到一家勾一家。
        </li>
      </ol>
    ),
  },
  {
    id: 'board',
    title: '编期的做法',
    text: (
      <>
        <p>
          左边是预采用，中间是本期的编排，右边是真实的页面。绿色的行数表示最后一页放得下。单击页面上的任何一行，中间就选中那一条；双击打开修改。
        </p>
        <Keys
          keys={[
            ['回车', '在预采用里：编入，并移到下一条；在编排里：打开修改'],
            ['↑ ↓', '选上一条、下一条'],
            ['Alt+↑ Alt+↓', '上移、下移'],
            ['1 2 3', '改为头条、稿件、简讯'],
            ['Delete', '取出，回到预采用'],
            ['Ctrl+Z Ctrl+Y', '撤销、重做编排'],
            ['J K', '不在列表里时也能换条'],
          ]}
        />
        <p>
          也可以用鼠标：拖到某条上就排在那里，拖到“头条”“稿件”“简讯”或栏目的标题上就归入那一类。简讯不印标题，前面印△。
        </p>
        <p>主题带（三）这样的序号时，新编一期会接着编成（四）。期号在签发前是暂定的：同时编几期也不会重号、跳号。</p>
      </>
    ),
  },
  {
    id: 'sign',
    title: '签发、作废和更正',
    text: (
      <>
        <p>
          签发时程序取下一个期号，并把内容、发送范围和印数一起固定。此后谁也不能改，再次导出的文件与第一次逐字节相同。
        </p>
        <p>
          签发后才发现有错：还没发出的，作废后另编一期（期号保留，不再使用）；已经发出的，在“往期”打开那一期点“更正”，另发一期更正。
        </p>
      </>
    ),
  },
  {
    id: 'distribution',
    title: '发送范围和印数',
    text: (
      <>
        <p>
          “单位”里登记收件人；印成一个名称的（如“各街道办事处”）编成组。“编期”的“发送”里按报、送、发写各行：选收件人或组，写份数；印出的文字可以另写。印数是各家份数加备份。
        </p>
        <p>同一个收件人不止一处出现时只计一次：单独列出的份数优先，否则取最多的一处；程序会提示是谁。</p>
        <p>每种刊物在“设置—刊物”里有自己的发送范围，新编一期时照此填上。</p>
      </>
    ),
  },
  {
    id: 'keys',
    title: '快捷键',
    text: (
      <>
        <p>
          任何时候按 <kbd>?</kbd> 显示当前页面的快捷键。常用的：
        </p>
        <Keys
          keys={[
            ['F1', '使用说明'],
            ['?', '当前页面的快捷键'],
            ['Ctrl+K', '查找来稿、稿件和往期'],
            ['J K', '下一条、上一条'],
            ['N', '新增（编期、单位）'],
            ['Esc', '关闭、返回'],
          ]}
        />
      </>
    ),
  },
  {
    id: 'data',
    title: '数据在哪里，怎样备份',
    text: (
      <>
        <p>
          全部数据在本机的一个数据文件夹里，程序不连接互联网。文件夹里的 <code>desk.db</code> 是数据库，
          <code>backups</code> 里是升级前自动留的备份。
        </p>
        <p>
          备份：退出程序，把整个数据文件夹复制到另一个盘。恢复：退出程序，把备份的文件夹复制回来。不要在程序运行时只复制数据库一个文件。
        </p>
        <p>数据文件夹不要放在网络盘上。同一个数据文件夹同一时间只能由一个程序打开。</p>
      </>
    ),
  },
];

function Keys({ keys }: { keys: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts help-keys">
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
