/*
 * Makes the unmodified application drivable by WebKitWebDriver. Loaded before the
 * application's libraries (LD_PRELOAD), it stands in for the one call with which a
 * web view is made, and makes that view in a context that allows automation.
 */
#include <stdlib.h>
#include <webkit2/webkit2.h>

static WebKitWebView *view;

static WebKitWebView *hand_over(WebKitAutomationSession *session, gpointer unused) {
	return view;
}

static void automation_started(WebKitWebContext *context, WebKitAutomationSession *session, gpointer unused) {
	WebKitApplicationInfo *info = webkit_application_info_new();
	webkit_application_info_set_name(info, "khabar");
	webkit_application_info_set_version(info, 1, 0, 0);
	webkit_automation_session_set_application_info(session, info);
	webkit_application_info_unref(info);
	g_signal_connect(session, "create-web-view", G_CALLBACK(hand_over), NULL);
}

GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager) {
	WebKitWebContext *context = webkit_web_context_get_default();
	unsetenv("LD_PRELOAD"); /* WebKit's other processes are to start without it */
	webkit_web_context_set_automation_allowed(context, TRUE);
	g_signal_connect(context, "automation-started", G_CALLBACK(automation_started), NULL);
	view = g_object_new(WEBKIT_TYPE_WEB_VIEW, "user-content-manager", manager,
			    "is-controlled-by-automation", TRUE, NULL);
	return GTK_WIDGET(view);
}
