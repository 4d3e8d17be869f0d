import { App } from 'antd';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { DeskEvent } from '../../../shared/contract/events.ts';
import { urgentStageNames } from '../../../shared/domain/handIn.ts';
import { useEvents } from '../../data/index.ts';

/** Shows an urgent report on whatever screen is open, until it is looked at, with a sound. */
export function UrgentAlert() {
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const show = useCallback(
    (event: DeskEvent) => {
      if (event.type !== 'urgent') return;
      const { submissionId, unit, title, stage } = event;
      notification.warning({
        key: submissionId,
        title: `紧急信息·${urgentStageNames[stage]}`,
        description: `${unit}：${title || '（无标题）'}`,
        duration: 0,
        role: 'alert',
        onClick: () => {
          notification.destroy(submissionId);
          void navigate(`/submissions/${submissionId}`);
        },
      });
      sound();
    },
    [notification, navigate],
  );
  useEvents(show);
  return null;
}

/** Three short tones, made here: nothing is loaded. Silent where the browser allows no sound yet. */
function sound(): void {
  try {
    const audio = new AudioContext();
    for (let i = 0; i < 3; i++) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = 880;
      volume.gain.value = 0.15;
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + i * 0.35);
      tone.stop(audio.currentTime + i * 0.35 + 0.18);
    }
    setTimeout(() => void audio.close(), 2_000);
  } catch {
    // The alert is on the screen all the same.
  }
}
