import { Form, InputNumber, QRCode, Switch } from 'antd';
import type { PortalState, PortalView } from '../../../shared/contract/portal/officeViews.ts';
import type { PortalSettings } from '../../../shared/domain/portal.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SavedText } from '../../ui/SavedText.tsx';

/** The switch, where the page is found, and the office's rules for it. Everything saves itself. */
export function PortalForm({ view: { settings, state }, readOnly }: { view: PortalView; readOnly: boolean }) {
  const { run, running, error } = useCommand('portal.configure');
  // A refusal stands below the fields.
  const save = (change: Partial<PortalSettings>) => void run({ ...settings, ...change }).catch(() => {});
  const { tls } = settings;
  return (
    <Form layout="vertical" component="div" disabled={readOnly}>
      <div className="portal-switch">
        <Switch
          aria-label="开启报送端"
          checked={settings.on}
          loading={running}
          disabled={readOnly}
          onChange={(on) => save({ on })}
        />
        <strong>报送端</strong>
        <StateWords state={state} on={settings.on} />
      </div>
      {state.kind === 'on' && <Addresses urls={state.urls} />}
      <div className="portal-grid">
        <Form.Item label="端口">
          <InputNumber
            aria-label="端口"
            min={1024}
            max={65535}
            value={settings.port}
            onChange={(port) => port !== null && save({ port })}
          />
        </Form.Item>
        <Form.Item label="每单位每日上限（条）" extra="紧急信息、约稿、改报不计。">
          <InputNumber
            aria-label="每日上限"
            min={1}
            max={100}
            placeholder="不限"
            value={settings.dailyCap}
            onChange={(dailyCap) => save({ dailyCap })}
          />
        </Form.Item>
        <Form.Item label="紧急信息首报时限（分钟）">
          <InputNumber
            aria-label="首报时限"
            min={5}
            max={1440}
            value={settings.urgentMinutes}
            onChange={(urgentMinutes) => urgentMinutes !== null && save({ urgentMinutes })}
          />
        </Form.Item>
        <Form.Item label="加密（HTTPS）" extra="用本单位的证书；不用时内容在办公网上明文传送。">
          <Switch
            aria-label="用 HTTPS"
            checked={tls !== null}
            disabled={readOnly}
            onChange={(on) => save({ tls: on ? { certFile: 'cert.pem', keyFile: 'key.pem' } : null })}
          />
        </Form.Item>
      </div>
      {tls && (
        <>
          <Form.Item label="证书文件（PEM）">
            <SavedText
              label="证书文件"
              value={tls.certFile}
              onSave={(certFile) => save({ tls: { ...tls, certFile } })}
            />
          </Form.Item>
          <Form.Item label="私钥文件（PEM，无密码）">
            <SavedText label="私钥文件" value={tls.keyFile} onSave={(keyFile) => save({ tls: { ...tls, keyFile } })} />
          </Form.Item>
        </>
      )}
      {error && <ErrorNote text={sentenceOf(error)} />}
    </Form>
  );
}

function StateWords({ state, on }: { state: PortalState; on: boolean }) {
  switch (state.kind) {
    case 'off':
      return <span className="soft">{on ? '正在打开……' : '已关闭，各单位打不开报送页'}</span>;
    case 'on':
      return <span className="portal-on">已开启</span>;
    case 'failed':
      return <ErrorNote text={state.reason} />;
    default:
      return state satisfies never;
  }
}

/** As units type it or photograph it; the first address is most often the office network's. */
function Addresses({ urls }: { urls: readonly string[] }) {
  const [first] = urls;
  return (
    <div className="portal-address">
      {first !== undefined && (
        // The same address stands beside it, in letters.
        <span aria-hidden="true">
          <QRCode value={first} size={112} bordered={false} />
        </span>
      )}
      <ul aria-label="报送端地址">
        {urls.map((url) => (
          <li key={url}>
            <code>{url}</code>
          </li>
        ))}
        <li className="soft">在办公网内用浏览器打开；关闭本程序后即打不开。</li>
      </ul>
    </div>
  );
}
