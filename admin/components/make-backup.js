(() => {
  const { createElement: h, useState } = window.React;
  const { Box, Button, Text } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation, useNotice } = window.AdminJS;
  const { useNavigate } = window.ReactRouterDOM;

  /** Makes a backup now, and leads back to the list, where it stands. */
  function MakeBackup({ resource }) {
    const { tb, tm } = useTranslation();
    const addNotice = useNotice();
    const navigate = useNavigate();
    const [making, setMaking] = useState(false);
    const make = async () => {
      setMaking(true);
      try {
        const { data } = await new ApiClient().resourceAction({
          resourceId: resource.id,
          actionName: 'new',
          data: new FormData(),
        });
        addNotice(data.notice);
        if (data.notice.type === 'success') {
          navigate(resource.href);
        }
      } catch {
        addNotice({ message: tm('backupFailed'), type: 'error' });
      }
      setMaking(false);
    };
    return h(
      Box,
      { variant: 'container', p: 'xl' },
      h(Text, { mb: 'lg' }, tm('makeBackupHint')),
      h(
        Button,
        { variant: 'contained', disabled: making, onClick: make },
        tb(making ? 'makingBackup' : 'makeBackup'),
      ),
    );
  }

  window.AdminJS.UserComponents.MakeBackup = MakeBackup;
})();
