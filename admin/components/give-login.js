(() => {
  const { createElement: h, useState } = window.React;
  const { Box, Button, Text } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation, useNotice } = window.AdminJS;
  const { ShownOnce } = window.PanelParts;

  /** Makes a one-time link and shows it once. */
  function GiveLogin({ record, resource }) {
    const { tb, tm } = useTranslation();
    const addNotice = useNotice();
    const [link, setLink] = useState('');
    const give = async () => {
      const { data } = await new ApiClient().recordAction({
        resourceId: resource.id,
        recordId: record.id,
        actionName: 'giveLogin',
        data: new FormData(),
      });
      if (data.notice) {
        addNotice(data.notice);
      }
      setLink(data.link ?? '');
    };
    return h(
      Box,
      { variant: 'container', p: 'xl' },
      h(Text, { mb: 'lg' }, tm('giveLoginHint')),
      link
        ? h(ShownOnce, { value: link, message: tm('giveLoginOnce') })
        : h(Button, { variant: 'contained', onClick: give }, tb('giveLogin')),
    );
  }

  window.AdminJS.UserComponents.GiveLogin = GiveLogin;
})();
