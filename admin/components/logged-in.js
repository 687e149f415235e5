(() => {
  const { createElement: h } = window.React;
  const { Box, Button, Text } = window.AdminJSDesignSystem;
  const { useTranslation } = window.AdminJS;

  /** Logging out changes something, so it is a form and not a link. */
  function LoggedIn({ session, paths }) {
    const { tb } = useTranslation();
    return h(
      Box,
      { flex: true, alignItems: 'center', flexShrink: 0, mr: 'lg' },
      h(
        Box,
        { mr: 'lg', textAlign: 'right' },
        h(Text, { fontWeight: 'bold' }, session.email),
        h(Text, { variant: 'sm', color: 'grey60' }, session.title),
      ),
      h(
        'form',
        { method: 'post', action: paths.logoutPath },
        h(Button, { type: 'submit', variant: 'outlined', size: 'sm' }, tb('logout')),
      ),
    );
  }

  window.AdminJS.UserComponents.LoggedIn = LoggedIn;
})();
