(() => {
  const { createElement: h } = window.React;
  const { Box, Button, Text } = window.AdminJSDesignSystem;
  const { useTranslation } = window.AdminJS;
  const { useLocation } = window.ReactRouterDOM;

  /** Offers the list as it is filtered now, as a workbook. */
  function ExportList({ resource }) {
    const { tb, tm } = useTranslation();
    const asked = [...new URLSearchParams(useLocation().search)].filter(
      ([name]) => name.startsWith('filters.') || name === 'sortBy' || name === 'direction',
    );
    const query = new URLSearchParams(asked);
    return h(
      Box,
      { p: 'xl' },
      h(Text, { mb: 'lg' }, tm('exportHint')),
      h(
        Button,
        {
          as: 'a',
          variant: 'contained',
          href: `/admin/api/resources/${resource.id}/actions/exportList?${query}`,
        },
        tb('exportList'),
      ),
    );
  }

  window.AdminJS.UserComponents.ExportList = ExportList;
})();
