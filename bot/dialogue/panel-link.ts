import { createPanelLink, PANEL_LINK_MINUTES } from '../../db/actions/create-panel-link.ts';
import { panelLinkMessages } from '../views/panel-link.ts';
import type { Answer, TextTurn } from './turn.ts';

/** /panel: a one-time link into the panel, and its code apart from it. */
export async function givePanelLink({ event, texts, config }: TextTurn): Promise<Answer> {
  const chat = event.chat.address;
  return {
    write: async (tx, by) => {
      const { token, code } = await createPanelLink(tx, by, chat);
      const href = `${config.panelOrigin}/admin/enter/${token}`;
      return { replies: panelLinkMessages({ href, code, minutes: PANEL_LINK_MINUTES }, texts) };
    },
  };
}
