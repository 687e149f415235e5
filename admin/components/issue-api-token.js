(() => {
  const { createElement: h, useState } = window.React;
  const { Box, Button, Input, Text } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation, useNotice } = window.AdminJS;
  const { ShownOnce } = window.PanelParts;

  /** Makes a token of the export for a named system and shows it once. */
  function IssueApiToken({ resource }) {
    const { tb, tm } = useTranslation();
    const addNotice = useNotice();
    const [name, setName] = useState('');
    const [token, setToken] = useState('');
    const issue = async (event) => {
      event.preventDefault();
      const form = new FormData();
      form.set('name', name);
      const { data } = await new ApiClient().resourceAction({
        resourceId: resource.id,
        actionName: 'new',
        data: form,
      });
      if (data.notice) {
        addNotice(data.notice);
      }
      setToken(data.token ?? '');
    };
    return h(
      Box,
      { variant: 'container', p: 'xl' },
      h(Text, { mb: 'lg' }, tm('issueTokenHint')),
      token
        ? h(ShownOnce, { value: token, message: tm('issueTokenOnce') })
        : h(
            'form',
            { onSubmit: issue },
            h(Input, {
              width: 1,
              mb: 'lg',
              value: name,
              maxLength: 60,
              required: true,
              placeholder: tm('issueTokenFor'),
              'aria-label': tm('issueTokenFor'),
              onChange: (event) => setName(event.target.value),
            }),
            h(Button, { variant: 'contained', type: 'submit' }, tb('issueToken')),
          ),
    );
  }

  window.AdminJS.UserComponents.IssueApiToken = IssueApiToken;
})();
